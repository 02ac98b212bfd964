package dev.mixpaneldata.bridge.board;

import dev.mixpaneldata.error.ErrorCode;
import java.time.Instant;
import java.util.Optional;

/**
 * A question on a board with its latest answer.
 *
 * @param id a short name, unique on the board
 * @param title the title for people
 * @param pinnedAt when it was pinned
 * @param answer the latest answer
 * @param failure why the latest refresh failed; empty if it did not
 */
public record Pin(
    String id,
    String title,
    Question question,
    Instant pinnedAt,
    PinnedAnswer answer,
    Optional<Failure> failure) {

  /** Why a refresh failed; the answer before it is kept. */
  public record Failure(Instant at, ErrorCode code, String message) {}

  Pin answered(PinnedAnswer newer) {
    return new Pin(id, title, question, pinnedAt, newer, Optional.empty());
  }

  Pin failed(Failure reason) {
    return new Pin(id, title, question, pinnedAt, answer, Optional.of(reason));
  }
}
