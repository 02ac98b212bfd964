package dev.mixpaneldata.internal.export;

import dev.mixpaneldata.http.StreamedAnswer;
import java.io.FilterInputStream;

/** The body of an answer; closing it returns the answer's connection and permit. */
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
