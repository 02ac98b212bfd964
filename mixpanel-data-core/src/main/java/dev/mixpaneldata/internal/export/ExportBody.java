package dev.mixpaneldata.internal.export;

import dev.mixpaneldata.http.Call;
import dev.mixpaneldata.http.MixpanelHttp;
import dev.mixpaneldata.http.StreamedAnswer;
import java.io.IOException;
import java.io.InputStream;

/**
 * The body of an export answer as it arrives.
 *
 * @param stream the bytes on the wire
 * @param gzip whether they are gzip
 */
public record ExportBody(InputStream stream, boolean gzip) implements AutoCloseable {
  /** Makes the call and returns when the answer begins. */
  public static ExportBody open(MixpanelHttp http, Call call) {
    StreamedAnswer answer = http.open(call);
    boolean gzip = answer.contentEncoding().filter("gzip"::equalsIgnoreCase).isPresent();
    return new ExportBody(new AnswerStream(answer), gzip);
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
