package dev.mixpaneldata.ingest;

/** Where events to be imported come from. */
@FunctionalInterface
public interface EventSource {
  /** Gives all events to the sink, in the same order each time. */
  void feed(ImportSink sink);
}
