//! Making customers, and what they choose themselves.

use proofdesk_locale::Locale;
use proofdesk_store::Tx;

use super::event::{CustomerChanged, CustomerCreated};
use super::{Customer, sql};
use crate::brand;
use crate::code::Code;
use crate::cx::Cx;
use crate::email::EmailAddress;
use crate::error::{Error, OrNotFound as _, Result};
use crate::id::{BrandId, CustomerId};
use crate::limits;
use crate::log::{self, NewEvent, Stream};
use crate::permission::Permission;
use crate::staff::actions::time_zone;
use crate::text::Clean;
use crate::text::name::holds_secret;
use crate::viewer::{Scope, Viewer};

/// What is known of a new customer. Nothing of it is proven; see [`crate::identity`].
#[derive(Clone, Debug)]
pub struct NewCustomer {
    pub brand_id: BrandId,
    pub name: Option<String>,
    pub email: Option<String>,
    pub phone: Option<String>,
    pub uid: Option<String>,
    /// The brand's default when `None`.
    pub locale: Option<Locale>,
    /// IANA name; UTC when `None`.
    pub time_zone: Option<String>,
}

impl NewCustomer {
    /// One of whom nothing is known.
    pub fn of(brand_id: BrandId) -> Self {
        Self {
            brand_id,
            name: None,
            email: None,
            phone: None,
            uid: None,
            locale: None,
            time_zone: None,
        }
    }
}

/// Makes a customer, for example to open a ticket on their behalf.
///
/// # Errors
/// `no-permission` without `ticket.create` or for a brand that is not the viewer's; `field-invalid` and the like.
pub async fn create(tx: &Tx<'_>, cx: &mut Cx, new: &NewCustomer) -> Result<CustomerId> {
    cx.viewer.require(Permission::TicketCreate)?;
    if let Viewer::Staff(staff) = &cx.viewer
        && cx.viewer.scope(Permission::TicketCreate) != Scope::Everything
        && !staff.brands.contains(&new.brand_id)
    {
        return Err(Error::no_permission(Permission::TicketCreate));
    }
    let (customer, event) = insert(tx, cx, new).await?;
    log::begin(tx, cx, &Stream::Customer(customer.id), &[event]).await?;
    Ok(customer.id)
}

/// Inserts a customer. Permission and beginning the chain with the event are the caller's matter.
pub(crate) async fn insert(
    tx: &Tx<'_>,
    cx: &mut Cx,
    new: &NewCustomer,
) -> Result<(Customer, NewEvent)> {
    let brand = brand::view::find(tx, new.brand_id).await?;
    let brand = brand.ok_or_else(|| Error::field("brand_id", Code::FieldInvalid))?;
    let personal = Personal::read(new)?;
    let zone = match &new.time_zone {
        Some(typed) => time_zone("time_zone", typed)?,
        None => "UTC".to_owned(),
    };
    let customer = Customer {
        id: cx.id(),
        brand_id: brand.id,
        name: personal.name,
        email: personal.email,
        phone: personal.phone,
        uid: personal.uid,
        locale: new.locale.unwrap_or_else(|| brand.default_locale()).code().to_owned(),
        time_zone: zone,
        created_at: cx.now,
        updated_at: cx.now,
        version: 1,
    };
    sql::insert(tx, &customer).await?;
    let event = CustomerCreated { customer_id: customer.id, brand_id: brand.id };
    Ok((customer, NewEvent::of(&event)?))
}

/// The personal fields as they may rest.
struct Personal {
    name: Option<String>,
    email: Option<String>,
    phone: Option<String>,
    uid: Option<String>,
}

impl Personal {
    fn read(new: &NewCustomer) -> Result<Self> {
        Ok(Self {
            name: line("name", new.name.as_deref(), limits::NAME_CHARS)?,
            email: match filled(new.email.as_deref()) {
                Some(typed) => Some(EmailAddress::parse("email", typed)?.as_str().to_owned()),
                None => None,
            },
            phone: phone(new.phone.as_deref())?,
            uid: line("uid", new.uid.as_deref(), limits::UID_CHARS)?,
        })
    }
}

fn filled(typed: Option<&str>) -> Option<&str> {
    typed.filter(|typed| !typed.trim().is_empty())
}

fn line(field: &str, typed: Option<&str>, max: usize) -> Result<Option<String>> {
    let Some(typed) = filled(typed) else { return Ok(None) };
    Ok(Some(Clean::line(field, typed, max)?.as_str().to_owned()))
}

fn phone(typed: Option<&str>) -> Result<Option<String>> {
    let number = line("phone", typed, limits::PHONE_CHARS)?;
    let allowed = |c: char| c.is_ascii_digit() || "+-()/. ".contains(c);
    match number {
        Some(number) if !number.chars().all(allowed) => {
            Err(Error::field("phone", Code::FieldInvalid))
        }
        number => Ok(number),
    }
}

/// Takes over what the exchange says of a customer today. What it does not say stays. Returns the event, if anything
/// changed. The customer's chain is locked.
pub(crate) async fn follow_exchange(
    tx: &Tx<'_>,
    cx: &Cx,
    id: CustomerId,
    says: &NewCustomer,
) -> Result<Option<NewEvent>> {
    let mut customer = sql::lock(tx, id).await?.or_not_found()?;
    let personal = Personal::read(says)?;
    let mut fields = Vec::new();
    for (field, own, said) in [
        ("name", &mut customer.name, personal.name),
        ("email", &mut customer.email, personal.email),
        ("phone", &mut customer.phone, personal.phone),
        ("uid", &mut customer.uid, personal.uid),
    ] {
        if said.is_some() && *own != said {
            *own = said;
            fields.push(field.to_owned());
        }
    }
    if fields.is_empty() {
        return Ok(None);
    }
    sql::update(tx, &customer, cx.now).await?;
    Ok(Some(NewEvent::of(&CustomerChanged { customer_id: id, fields })?))
}

/// Reads name and account number once more and masks what the guard finds, as when they came. An address or a telephone number in which
/// it finds something is no longer known: neither can have a mask, and neither would be taken today. Returns whether there was anything to mask.
///
/// # Errors
/// `no-permission`; those of the store.
pub(crate) async fn mask(tx: &Tx<'_>, cx: &mut Cx, id: CustomerId) -> Result<bool> {
    cx.viewer.require(Permission::GuardRescan)?;
    let chain = log::lock(tx, &Stream::Customer(id)).await?;
    let Some(mut customer) = sql::lock(tx, id).await? else { return Ok(false) };
    let mut fields = Vec::new();
    for (field, value) in [("name", &mut customer.name), ("uid", &mut customer.uid)] {
        if let Some(value) = value
            && Clean::mask_again(value)?
        {
            fields.push(field.to_owned());
        }
    }
    for (field, value) in [("email", &mut customer.email), ("phone", &mut customer.phone)] {
        if value.as_deref().is_some_and(holds_secret) {
            *value = None;
            fields.push(field.to_owned());
        }
    }
    if fields.is_empty() {
        return Ok(false);
    }
    sql::update(tx, &customer, cx.now).await?;
    let event = CustomerChanged { customer_id: id, fields };
    chain.append(tx, cx, &[NewEvent::of(&event)?]).await?;
    Ok(true)
}

/// Sets the signed-in customer's own language and time zone (IANA name). `None` leaves it.
///
/// # Errors
/// `customers-only`, `signed-out`; `field-invalid`.
pub async fn set_preferences(
    tx: &Tx<'_>,
    cx: &mut Cx,
    locale: Option<Locale>,
    zone: Option<&str>,
) -> Result<()> {
    let me = cx.viewer.customer()?.clone();
    let chain = log::lock(tx, &Stream::Customer(me.customer_id)).await?;
    let customer = sql::lock(tx, me.customer_id).await?.or_not_found()?;
    let locale = locale.map_or(customer.locale.as_str(), |chosen| chosen.code());
    let zone = match zone {
        Some(typed) => time_zone("time_zone", typed)?,
        None => customer.time_zone.clone(),
    };
    let changed =
        [("locale", locale != customer.locale), ("time_zone", zone != customer.time_zone)];
    let fields: Vec<String> =
        changed.iter().filter(|(_, c)| *c).map(|(field, _)| (*field).to_owned()).collect();
    if fields.is_empty() {
        return Ok(());
    }
    sql::set_preferences(tx, me.customer_id, locale, &zone, cx.now).await?;
    let event = CustomerChanged { customer_id: me.customer_id, fields };
    chain.append(tx, cx, &[NewEvent::of(&event)?]).await?;
    Ok(())
}
