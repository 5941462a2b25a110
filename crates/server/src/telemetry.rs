//! Traces for a collector, where one is configured: which spans go out, and how they end with the process.

mod request;

use anyhow::{Context as _, Result};
use opentelemetry::KeyValue;
use opentelemetry::trace::TracerProvider as _;
use opentelemetry_sdk::Resource;
use opentelemetry_sdk::trace::{
    BatchConfigBuilder, BatchSpanProcessor, Sampler, SdkTracerProvider,
};
use proofdesk_channels::otlp;
use proofdesk_desk::{limits, trace};
use tracing::Subscriber;
use tracing_subscriber::filter::filter_fn;
use tracing_subscriber::layer::Layer;
use tracing_subscriber::registry::LookupSpan;

use crate::config;

pub(crate) use request::around;

/// What carries spans to the collector. Spans wait in memory in bounds, and a thread of its own sends them.
#[derive(Debug)]
pub struct Telemetry {
    provider: SdkTracerProvider,
}

impl Telemetry {
    /// Makes it, where the configuration names a collector. Nobody is asked whether the collector is there.
    ///
    /// # Errors
    /// In words that name the key.
    pub fn new(config: &config::Telemetry) -> Result<Option<Self>> {
        let Some(address) = &config.otlp_endpoint else { return Ok(None) };
        let ratio = config.ratio()?;
        let exporter = otlp::exporter(address, &config.headers).context("telemetry")?;
        let batch = BatchConfigBuilder::default()
            .with_max_queue_size(limits::SPANS_WAITING)
            .with_max_export_batch_size(limits::SPANS_SENT)
            .with_scheduled_delay(limits::SPANS_EVERY)
            .build();
        let processor = BatchSpanProcessor::builder(exporter).with_batch_config(batch).build();
        // Without what the library would read from the environment: the configuration says it all.
        let resource = Resource::builder_empty()
            .with_service_name(config.service_name.clone())
            .with_attribute(KeyValue::new("service.version", env!("CARGO_PKG_VERSION")))
            .build();
        let provider = SdkTracerProvider::builder()
            .with_span_processor(processor)
            .with_sampler(Sampler::ParentBased(Box::new(Sampler::TraceIdRatioBased(ratio))))
            .with_resource(resource)
            .build();
        Ok(Some(Self { provider }))
    }

    /// The layer that hands over spans of [`trace::TARGET`], and nothing else: no other span, no event, no place in the source.
    pub(crate) fn layer<S>(&self) -> impl Layer<S> + Send + Sync + 'static + use<S>
    where
        S: Subscriber + for<'span> LookupSpan<'span> + Send + Sync,
    {
        tracing_opentelemetry::layer()
            .with_tracer(self.provider.tracer("proofdesk"))
            .with_context_activation(false)
            .with_location(false)
            .with_threads(false)
            .with_target(false)
            .with_tracked_inactivity(false)
            .with_filter(filter_fn(|metadata| {
                metadata.is_span() && metadata.target() == trace::TARGET
            }))
    }

    /// Sends what still waits, in bounds, and ends.
    pub async fn stop(self) {
        let provider = self.provider;
        // It waits on a thread, which must not be one that the sending needs.
        let stopped =
            tokio::task::spawn_blocking(move || provider.shutdown_with_timeout(limits::SPANS_TIME));
        match stopped.await {
            Ok(Ok(())) => {}
            Ok(Err(error)) => tracing::warn!(%error, "the last traces were not delivered"),
            Err(error) => tracing::warn!(%error, "the last traces were not delivered"),
        }
    }
}
