use std::collections::BTreeMap;

use axum::Router;
use axum::handler::Handler;
use axum::http::Method;
use axum::middleware;
use axum::routing::{MethodFilter, MethodRouter, on};
use proofdesk_desk::code::Code;

use crate::access::Access;
use crate::app::App;
use crate::gate::{self, Gate};
use crate::problem::Problem;

/// What a request to a route carries, which decides where its CSRF token is and how long it may take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Body {
    None,
    /// Taken by [`crate::Json`] or [`crate::Idempotent`]; the CSRF token is in the header.
    Json,
    /// Taken by [`crate::Form`], or by a handler that reads the parts itself and checks the field.
    Form,
    /// A form with files, taken by a handler that reads the parts itself: it calls [`crate::require_field`] before it
    /// believes any other part. No time limit, because files come as fast as they come.
    Upload,
    /// Bytes as they come, or a connection that stays: no time limit.
    Stream,
}

/// What an `idempotency-key` does for a request of a route. The gate holds routes to it, and the API's description tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Repeat {
    /// The same request with the same key is one act, and gets the same answer. Every POST of the API that does not say
    /// otherwise.
    SameAnswer,
    /// It is one act too; but its answer was shown once and is not kept, so that the repeat is told so.
    ShownOnce,
    /// A key changes nothing, for the reason given: a repeat does no harm, or proves something by itself.
    NoEffect(&'static str),
    /// A key is refused: a repeat would be a second act, whatever the client believes.
    Refused,
}

impl Repeat {
    /// Says whether a key is honoured.
    pub fn is_keyed(self) -> bool {
        matches!(self, Self::SameAnswer | Self::ShownOnce)
    }

    /// What holds for a route that does not say it itself. Other methods than POST do the same twice as once; forms bring
    /// a key in a field of their own.
    fn of(method: &str, body: Body) -> Self {
        match (method, body) {
            ("POST", Body::None | Body::Json) => Self::SameAnswer,
            ("POST", Body::Stream) => Self::Refused,
            _ => Self::NoEffect(""),
        }
    }
}

/// One row of the route table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Route {
    pub method: &'static str,
    /// With `{name}` for parameters.
    pub path: &'static str,
    pub access: Access,
    pub body: Body,
    pub repeat: Repeat,
}

type Build = Box<dyn FnOnce(&App, Route) -> MethodRouter<App> + Send>;

/// The route table. A route cannot be added without saying who may come in.
#[derive(Default)]
pub struct Routes {
    rows: Vec<(Route, Build)>,
}

impl Routes {
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a route.
    #[must_use]
    pub fn route<H, T>(
        self,
        method: &Method,
        path: &'static str,
        access: Access,
        body: Body,
        handler: H,
    ) -> Self
    where
        H: Handler<T, App> + Sync,
        T: Send + 'static,
    {
        let (name, filter) = known(method);
        let route = Route { method: name, path, access, body, repeat: Repeat::of(name, body) };
        self.push(route, move |app, route| {
            on(filter, handler)
                .layer(middleware::from_fn_with_state(Gate { app: app.clone(), route }, gate::pass))
        })
    }

    /// Says of the route added last that its answer is shown once: a repeat of the same request is told so.
    #[must_use]
    pub fn shown_once(self) -> Self {
        self.repeating(Repeat::ShownOnce)
    }

    /// Says of the route added last why an `idempotency-key` has no effect on it.
    #[must_use]
    pub fn without_key(self, reason: &'static str) -> Self {
        self.repeating(Repeat::NoEffect(reason))
    }

    fn repeating(mut self, repeat: Repeat) -> Self {
        if let Some((route, _)) = self.rows.last_mut() {
            route.repeat = repeat;
        }
        self
    }

    /// Adds a route that only reads.
    #[must_use]
    pub fn get<H, T>(self, path: &'static str, access: Access, handler: H) -> Self
    where
        H: Handler<T, App> + Sync,
        T: Send + 'static,
    {
        self.route(&Method::GET, path, access, Body::None, handler)
    }

    fn push(
        mut self,
        route: Route,
        build: impl FnOnce(&App, Route) -> MethodRouter<App> + Send + 'static,
    ) -> Self {
        self.rows.push((route, Box::new(build)));
        self
    }

    /// Adds all routes of another table.
    #[must_use]
    pub fn merge(mut self, other: Self) -> Self {
        self.rows.extend(other.rows);
        self
    }

    /// The rows, from which the access tests are made.
    pub fn table(&self) -> Vec<Route> {
        self.rows.iter().map(|(route, _)| *route).collect()
    }

    /// The router of the table. Unknown paths and methods are problems like every other refusal.
    pub fn into_router(self, app: &App) -> Router {
        let mut by_path: BTreeMap<&'static str, MethodRouter<App>> = BTreeMap::new();
        for (route, build) in self.rows {
            let methods = build(app, route);
            let merged = match by_path.remove(route.path) {
                Some(others) => others.merge(methods),
                None => methods,
            };
            by_path.insert(route.path, merged);
        }
        let mut router = Router::new();
        for (path, methods) in by_path {
            router = router.route(path, methods);
        }
        router
            .fallback(async || Problem::new(Code::NotFound))
            .method_not_allowed_fallback(async || Problem::new(Code::MethodNotAllowed))
            .with_state(app.clone())
    }
}

fn known(method: &Method) -> (&'static str, MethodFilter) {
    match *method {
        Method::POST => ("POST", MethodFilter::POST),
        Method::PUT => ("PUT", MethodFilter::PUT),
        Method::PATCH => ("PATCH", MethodFilter::PATCH),
        Method::DELETE => ("DELETE", MethodFilter::DELETE),
        _ => ("GET", MethodFilter::GET),
    }
}
