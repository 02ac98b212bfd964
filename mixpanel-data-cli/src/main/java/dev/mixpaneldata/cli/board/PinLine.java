package dev.mixpaneldata.cli.board;

import dev.mixpaneldata.bridge.board.Board;
import dev.mixpaneldata.bridge.board.Pin;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A pin in a list.
 *
 * @param answeredAt when its answer was given
 * @param error why the latest refresh failed
 */
record PinLine(
    String id, String title, String by, long rows, Instant answeredAt, Optional<String> error) {
  static PinLine of(Pin pin) {
    return new PinLine(
        pin.id(),
        pin.title(),
        pin.answer().by(),
        pin.answer().rowsInAll(),
        pin.answer().at(),
        pin.failure().map(failure -> failure.code() + ": " + failure.message()));
  }

  static List<PinLine> of(Board board) {
    return board.pins().stream().map(PinLine::of).toList();
  }
}
