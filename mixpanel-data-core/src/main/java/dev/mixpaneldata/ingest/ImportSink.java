package dev.mixpaneldata.ingest;

import dev.mixpaneldata.internal.json.Mappers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Takes a stream of events of any length, and sends them in batches meanwhile, in constant memory.
 * Close it after {@link #finish()}; closed before, it keeps what is acknowledged, and the same
 * events into a sink of the same name continue from there. For one thread.
 *
 * <p>Every method throws the error of an earlier batch when that could not be sent.
 */
public final class ImportSink implements AutoCloseable {
  private final ImportJob job;
  private ImportBatch batch = new ImportBatch(0, 1);
  private long events;

  ImportSink(ImportJob job) {
    this.job = job;
  }

  /**
   * Takes an event as Mixpanel exports it: a JSON object with {@code event} and {@code properties},
   * its time in seconds or milliseconds since 1970. Faults of the event do not throw; the receipt
   * counts them. The array is not copied; do not change it afterwards.
   */
  public void add(byte[] json) {
    if (batch.isFullFor(json)) {
      job.submit(batch);
      batch = new ImportBatch(batch.number() + 1, events + 1);
    }
    batch.add(json);
    events++;
  }

  /** Takes an event as a JSON text. */
  public void add(String json) {
    add(json.getBytes(StandardCharsets.UTF_8));
  }

  /** Takes an event; {@code time} among the properties is in milliseconds since 1970. */
  public void add(String event, Map<String, ?> properties) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("event", event);
    line.put("properties", properties);
    add(Mappers.write(line));
  }

  /** Sends what is left, waits for all answers, and says what became of the events. */
  public ImportReceipt finish() {
    if (!batch.lines().isEmpty()) {
      job.submit(batch);
      batch = new ImportBatch(batch.number() + 1, events + 1);
    }
    return job.finish(events);
  }

  @Override
  public void close() {
    job.close();
  }
}
