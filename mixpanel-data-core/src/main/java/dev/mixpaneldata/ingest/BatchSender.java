package dev.mixpaneldata.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.http.Answer;
import dev.mixpaneldata.http.ApiFamily;
import dev.mixpaneldata.http.Call;
import dev.mixpaneldata.http.MixpanelHttp;
import dev.mixpaneldata.internal.json.Mappers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Checks and sends batches by {@code POST /import}. Thread-safe. */
final class BatchSender {
  private final EventCheck check;
  private final MixpanelHttp http;
  private final boolean dryRun;

  BatchSender(EventCheck check, MixpanelHttp http, boolean dryRun) {
    this.check = check;
    this.http = http;
    this.dryRun = dryRun;
  }

  /** An event that passed the check. */
  private record Ready(long line, byte[] given, byte[] event) {}

  BatchOutcome send(ImportBatch batch) {
    List<FailedEvent> failures = new ArrayList<>();
    List<Ready> ready = new ArrayList<>();
    long number = batch.firstLine();
    for (byte[] line : batch.lines()) {
      try {
        ready.add(new Ready(number, line, check.prepare(line)));
      } catch (InvalidEventException e) {
        failures.add(new FailedEvent(number, e.field(), e.reason(), false, line));
      }
      number++;
    }
    Tally tally = new Tally(failures);
    if (dryRun) {
      tally.imported = ready.size();
    } else {
      send(ready, tally);
    }
    return new BatchOutcome(tally.imported, tally.bytes, failures);
  }

  private static final class Tally {
    final List<FailedEvent> failures;
    long imported;
    long bytes;

    Tally(List<FailedEvent> failures) {
      this.failures = failures;
    }

    void refuse(Ready event, String field, String reason) {
      failures.add(new FailedEvent(event.line(), field, reason, true, event.given()));
    }
  }

  private void send(List<Ready> events, Tally tally) {
    if (events.isEmpty()) {
      return;
    }
    byte[] body = compressed(events);
    tally.bytes += body.length;
    Answer answer =
        http.send(
            Call.post(ApiFamily.INGESTION, "/import")
                .withProjectId()
                .parameter("strict", "1")
                .header("Content-Encoding", "gzip")
                .body("application/x-ndjson", body)
                .accept(400)
                .accept(413)
                // Mixpanel knows by the insert id what it has already.
                .idempotent()
                .expectText());
    if (answer.status() == 413) {
      split(events, tally);
      return;
    }
    JsonNode said = read(answer);
    JsonNode failed = said.path("failed_records");
    if (answer.status() == 400 && !failed.isArray()) {
      throw MixpanelDataException.invalidArgument(
          "Mixpanel refused the import: " + reason(said) + ".",
          "Correct what the message names, then repeat the import.");
    }
    take(events, said, tally);
  }

  /** A proxy or Mixpanel takes less at once than documented. */
  private void split(List<Ready> events, Tally tally) {
    if (events.size() == 1) {
      tally.refuse(events.get(0), "", "Mixpanel reports that the event is too large.");
      return;
    }
    int half = events.size() / 2;
    send(events.subList(0, half), tally);
    send(events.subList(half, events.size()), tally);
  }

  private static void take(List<Ready> events, JsonNode said, Tally tally) {
    boolean[] refused = new boolean[events.size()];
    int count = 0;
    for (JsonNode failure : said.path("failed_records")) {
      int index = failure.path("index").asInt(-1);
      if (index >= 0 && index < refused.length && !refused[index]) {
        refused[index] = true;
        count++;
        tally.refuse(
            events.get(index), failure.path("field").asText(), failure.path("message").asText());
      }
    }
    JsonNode imported = said.path("num_records_imported");
    if (count == 0 && imported.isNumber() && imported.asInt() == 0) {
      // Seen with events of identity: the texts name no record, and none is taken.
      String why = said.path("failed_records").path(0).asText(reason(said));
      events.forEach(event -> tally.refuse(event, "", why));
      return;
    }
    tally.imported += imported.isNumber() ? imported.asLong() : events.size() - count;
  }

  private static JsonNode read(Answer answer) {
    try {
      JsonNode said = Mappers.read(answer.body());
      if (said.isObject() && (answer.status() == 400 || said.path("code").asInt(200) == 200)) {
        return said;
      }
    } catch (MixpanelDataException notJson) {
      // Said below.
    }
    throw new MixpanelDataException(
        ErrorCode.BAD_RESPONSE,
        "The server's answer to the import cannot be understood: "
            + answer.body().substring(0, Math.min(200, answer.body().length())),
        "A proxy may have answered. Repeat the import: events that arrived are not duplicated.");
  }

  private static String reason(JsonNode said) {
    String error = said.path("error").asText();
    return error.isBlank() ? "no reason is given" : error;
  }

  private static byte[] compressed(List<Ready> events) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(64 * 1024);
    try (OutputStream gzip = new QuickGzip(bytes)) {
      for (Ready event : events) {
        gzip.write(event.event());
        gzip.write('\n');
      }
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
    return bytes.toByteArray();
  }

  /** The quickest compression: the network is seldom slower than the processor here. */
  private static final class QuickGzip extends GZIPOutputStream {
    QuickGzip(OutputStream out) throws IOException {
      super(out, 64 * 1024);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }
}
