use proofdesk_desk::id::{BrandId, Id as _, StaffId, StatusId, TeamId};
use proofdesk_desk::reply_macro::actions::MacroDraft;
use proofdesk_desk::reply_macro::view::Listed;
use proofdesk_desk::reply_macro::{MacroActs, ReplyMacro, Texts};
use proofdesk_desk::viewer::Viewer;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::wire::{
    LevelWord, LocaleWord, MacroAudienceWord, MacroText, Moment, NameText, PriorityWord, TagText,
};

/// A macro without its texts.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = MacroSummary)]
pub struct MacroSummaryOut {
    pub id: Uuid,
    /// Whose tickets it is for.
    pub brand_id: Uuid,
    #[schema(examples("Deposit on its way"))]
    pub name: String,
    #[schema(examples("Deposits"))]
    pub folder: Option<String>,
    pub audience: MacroAudienceWord,
    /// Who made it.
    pub owner_id: Uuid,
    /// Of a team's macro: whose.
    pub team_id: Option<Uuid>,
    /// Only for customers who are verified at least so; `null`: for all.
    pub min_level: Option<LevelWord>,
    /// It is a note among staff, and no reply.
    pub as_note: bool,
    pub acts: MacroActsShape,
    /// The languages that it has a text in.
    pub langs: Vec<LocaleWord>,
    /// Messages that were sent with it.
    #[schema(minimum = 0)]
    pub uses: i64,
    pub used_at: Option<Moment>,
    pub archived_at: Option<Moment>,
    /// Whether the asker may change, archive and delete it.
    pub may_change: bool,
    pub created_at: Moment,
    pub updated_at: Moment,
    #[schema(minimum = 1)]
    pub version: i64,
}

/// The macros that the member sees.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Macros)]
pub struct MacrosOut {
    pub items: Vec<MacroSummaryOut>,
}

/// A macro with its texts.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Macro)]
pub struct MacroOut {
    #[serde(flatten)]
    pub summary: MacroSummaryOut,
    pub texts: Vec<MacroTextShape>,
}

/// What a macro says in one language.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = MacroText)]
pub struct MacroTextShape {
    pub lang: LocaleWord,
    pub text: MacroText,
}

/// What is done to the ticket with the message.
#[derive(Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = MacroActs)]
pub struct MacroActsShape {
    pub status_id: Option<Uuid>,
    pub priority: Option<PriorityWord>,
    /// Hands the ticket to whoever applies the macro.
    #[serde(default)]
    pub takes: bool,
    /// Hands it to this member; not together with `takes`.
    pub assignee_id: Option<Uuid>,
    pub team_id: Option<Uuid>,
    #[serde(default)]
    #[schema(max_items = 30)]
    pub add_tags: Vec<TagText>,
    #[serde(default)]
    #[schema(max_items = 30)]
    pub remove_tags: Vec<TagText>,
}

/// A macro as it is to be.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewMacro)]
pub struct MacroIn {
    /// Whose tickets it is for.
    pub brand_id: Uuid,
    pub name: NameText,
    pub folder: Option<NameText>,
    pub audience: MacroAudienceWord,
    /// Required of a team's macro.
    pub team_id: Option<Uuid>,
    /// Only for customers who are verified at least so.
    pub min_level: Option<LevelWord>,
    #[serde(default)]
    pub as_note: bool,
    #[serde(default)]
    pub acts: MacroActsShape,
    /// Each language once.
    #[schema(min_items = 1, max_items = 10)]
    pub texts: Vec<MacroTextShape>,
}

impl From<MacroIn> for MacroDraft {
    fn from(new: MacroIn) -> Self {
        Self {
            brand_id: BrandId::from_uuid(new.brand_id),
            name: new.name.0,
            folder: new.folder.map(|folder| folder.0),
            audience: new.audience.0,
            team_id: new.team_id.map(TeamId::from_uuid),
            min_level: new.min_level.map(|level| level.0),
            as_note: new.as_note,
            acts: new.acts.into(),
            texts: new.texts.into_iter().map(|one| (one.lang.0, one.text.0)).collect(),
        }
    }
}

impl From<MacroActsShape> for MacroActs {
    fn from(acts: MacroActsShape) -> Self {
        let names = |tags: Vec<TagText>| tags.into_iter().map(|tag| tag.0).collect();
        Self {
            status_id: acts.status_id.map(StatusId::from_uuid),
            priority: acts.priority.map(|priority| priority.0),
            takes: acts.takes,
            assignee_id: acts.assignee_id.map(StaffId::from_uuid),
            team_id: acts.team_id.map(TeamId::from_uuid),
            add_tags: names(acts.add_tags),
            remove_tags: names(acts.remove_tags),
        }
    }
}

impl From<MacroActs> for MacroActsShape {
    fn from(acts: MacroActs) -> Self {
        let tags = |names: Vec<String>| names.into_iter().map(TagText).collect();
        Self {
            status_id: acts.status_id.map(|id| id.uuid()),
            priority: acts.priority.map(Into::into),
            takes: acts.takes,
            assignee_id: acts.assignee_id.map(|id| id.uuid()),
            team_id: acts.team_id.map(|id| id.uuid()),
            add_tags: tags(acts.add_tags),
            remove_tags: tags(acts.remove_tags),
        }
    }
}

/// A macro of a list.
pub fn listed(viewer: &Viewer, Listed { row, langs }: Listed) -> MacroSummaryOut {
    summary(viewer, row, langs.into_iter().map(LocaleWord).collect())
}

fn summary(viewer: &Viewer, row: ReplyMacro, langs: Vec<LocaleWord>) -> MacroSummaryOut {
    MacroSummaryOut {
        id: row.id.uuid(),
        brand_id: row.brand_id.uuid(),
        may_change: row.may_change(viewer),
        name: row.name,
        folder: row.folder,
        audience: row.audience.into(),
        owner_id: row.owner_id.uuid(),
        team_id: row.team_id.map(|id| id.uuid()),
        min_level: row.min_level.map(Into::into),
        as_note: row.as_note,
        acts: row.acts.into(),
        langs,
        uses: row.uses,
        used_at: row.used_at.map(Into::into),
        archived_at: row.archived_at.map(Into::into),
        created_at: row.created_at.into(),
        updated_at: row.updated_at.into(),
        version: row.version,
    }
}

impl MacroOut {
    pub fn new(viewer: &Viewer, row: ReplyMacro, texts: Texts) -> Self {
        let langs = texts.keys().copied().map(LocaleWord).collect();
        let texts = texts
            .into_iter()
            .map(|(lang, text)| MacroTextShape { lang: LocaleWord(lang), text: MacroText(text) });
        Self { summary: summary(viewer, row, langs), texts: texts.collect() }
    }
}
