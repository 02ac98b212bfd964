package dev.mixpaneldata.bridge.board;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Pinned answers under a title, in the order in which they were pinned. */
public record Board(String title, List<Pin> pins) {
  private static final int LONGEST_ID = 40;

  public Board {
    pins = List.copyOf(pins);
  }

  /** Returns the pin of this id. */
  public Optional<Pin> find(String id) {
    return pins.stream().filter(pin -> pin.id().equals(id)).findFirst();
  }

  /**
   * Returns the pin of this id.
   *
   * @throws MixpanelDataException {@code NOT_FOUND} if there is none
   */
  public Pin pin(String id) {
    return find(id)
        .orElseThrow(
            () ->
                new MixpanelDataException(
                    ErrorCode.NOT_FOUND,
                    "The board has no pin '" + id + "'.",
                    pins.isEmpty()
                        ? "It is empty."
                        : "It has: "
                            + String.join(", ", pins.stream().map(Pin::id).toList())
                            + "."));
  }

  Board with(Pin pin) {
    List<Pin> all = new ArrayList<>(pins);
    all.add(pin);
    return new Board(title, all);
  }

  Board without(Pin gone) {
    return new Board(title, pins.stream().filter(pin -> !pin.id().equals(gone.id())).toList());
  }

  Board moved(Pin pin, int place) {
    List<Pin> all = new ArrayList<>(without(pin).pins());
    all.add(Math.max(0, Math.min(place, all.size())), pin);
    return new Board(title, all);
  }

  /** Returns the board with newer pins in the place of those of their ids. */
  Board refreshed(List<Pin> newer) {
    return new Board(
        title,
        pins.stream()
            .map(
                pin ->
                    newer.stream()
                        .filter(n -> n.id().equals(pin.id()))
                        .filter(n -> n.question().equals(pin.question()))
                        .findFirst()
                        .orElse(pin))
            .toList());
  }

  /** Returns an id that is free on this board, made of a title. */
  String freeId(String from) {
    String words =
        from.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
    String base = words.isEmpty() ? "pin" : words;
    if (base.length() > LONGEST_ID) {
      // Whole words, where there are several.
      int end = base.lastIndexOf('-', LONGEST_ID);
      base = base.substring(0, end > 0 ? end : base.offsetByCodePoints(0, LONGEST_ID / 2));
    }
    String free = base;
    for (int i = 2; find(free).isPresent(); i++) {
      free = base + "-" + i;
    }
    return free;
  }
}
