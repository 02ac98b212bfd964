package dev.mixpaneldata.export;

import dev.mixpaneldata.http.StreamedAnswer;
import java.io.FilterInputStream;

/** A body whose end gives its answer's connection and permit back. */
final class AnswerStream extends FilterInputStream {
  private final StreamedAnswer answer;

  AnswerStream(StreamedAnswer answer) {
    super(answer.body());
    this.answer = answer;
  }

  @Override
  public void close() {
    answer.close();
  }
}
