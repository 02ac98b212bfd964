package dev.mixpaneldata.ingest;

import dev.mixpaneldata.account.ResolvedAccount;
import dev.mixpaneldata.credentials.Secret;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.http.MixpanelHttp;
import dev.mixpaneldata.quota.Pacer;
import dev.mixpaneldata.quota.WaitRules;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Sends data to Mixpanel.
 *
 * <pre>{@code
 * try (ImportSink sink = workspace.ingest().events(ImportEvents.of("january"))) {
 *   sink.add("Sign up", Map.of("time", 1767225600000L, "distinct_id", "u1"));
 *   ImportReceipt receipt = sink.finish();
 * }
 * }</pre>
 */
public final class Ingest {
  private final IngestContext context;

  /**
   * Makes the writes to the project of an account.
   *
   * @param token the project's token, by which profiles and tracked events find it
   */
  public Ingest(
      ResolvedAccount account,
      Optional<Secret> token,
      MixpanelHttp http,
      WaitRules waits,
      Pacer pacer) {
    this.context = IngestContext.of(account, token, http, waits, pacer);
  }

  /** Opens a sink for events; {@code DATABASE_LOCKED} where the same import is running. */
  public ImportSink events(ImportEvents request) {
    return events(request, ImportListener.NONE);
  }

  public ImportSink events(ImportEvents request, ImportListener listener) {
    return new ImportSink(new ImportJob(context, request, listener));
  }

  /** Imports all events of a source. */
  public ImportReceipt events(ImportEvents request, EventSource source, ImportListener listener) {
    try (ImportSink sink = events(request, listener)) {
      source.feed(sink);
      return sink.finish();
    }
  }

  /**
   * Imports 1 to 2000 events at once and keeps no state: JSON objects with {@code event} and {@code
   * properties}, the time in seconds or milliseconds since 1970. Events with a fault are in the
   * receipt; the others are imported.
   *
   * @throws MixpanelDataException {@code INVALID_ARGUMENT} if there are none, or more than 2000
   */
  public BatchReceipt batch(List<String> events) {
    if (events.isEmpty() || events.size() > EventLimits.BATCH_EVENTS) {
      throw MixpanelDataException.invalidArgument(
          "There are " + events.size() + " events.",
          "Give 1 to " + EventLimits.BATCH_EVENTS + " at once.");
    }
    ImportBatch batch = new ImportBatch(0, 1);
    events.forEach(event -> batch.add(event.getBytes(StandardCharsets.UTF_8)));
    return BatchReceipt.of(
        events.size(),
        new BatchSender(EventCheck.ofImports(context.now()), context.http(), false).send(batch));
  }

  /** Returns whether the project's token is known, so that events can be tracked. */
  public boolean canTrack() {
    return context.token().isPresent();
  }

  /**
   * Sends events of the last 5 days with the project's token, all or none: 1 to 2000 JSON objects
   * with {@code event} and {@code properties}.
   *
   * @return how many were sent
   */
  public int track(List<String> events) {
    return new EventTracker(context.http(), context.requireToken(), context.now()).track(events);
  }

  /**
   * Changes profiles, in the order of the stream, in constant memory. A change that cannot be
   * repeated safely ({@code ADD}, {@code APPEND}) is never sent a second time; the error says then
   * that it may have been carried out.
   */
  public ProfileReceipt profiles(Stream<ProfileUpdate> updates) {
    return new ProfileSender(context.http(), context.requireToken()).send(updates.iterator());
  }

  /** The request that these changes would make; nothing is sent. */
  public WritePreview preview(List<ProfileUpdate> updates) {
    return ProfileSender.preview(updates);
  }

  /** The tables that give a property's values further properties. */
  public LookupTables lookupTables() {
    return new LookupTables(context.http());
  }
}
