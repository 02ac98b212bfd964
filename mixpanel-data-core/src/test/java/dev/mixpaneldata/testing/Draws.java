package dev.mixpaneldata.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * The numbers that one case draws: those of {@link Random} for the same seed, or else those of a
 * list and zeros after its end. What was drawn is recorded, so that a smaller case can be tried.
 */
public final class Draws extends Random {
  private static final long serialVersionUID = 1L;

  private final transient List<Integer> drawn = new ArrayList<>();
  private final transient List<Integer> given;
  private final boolean replays;

  Draws(long seed) {
    super(seed);
    given = List.of();
    replays = false;
  }

  Draws(List<Integer> given) {
    super(0);
    this.given = List.copyOf(given);
    replays = true;
  }

  @Override
  protected int next(int bits) {
    int all = replays ? replayed() : super.next(Integer.SIZE);
    drawn.add(all);
    return all >>> (Integer.SIZE - bits);
  }

  private int replayed() {
    return drawn.size() < given.size() ? given.get(drawn.size()) : 0;
  }

  /**
   * Draws a number of a range, its ends included. Every fifth is at one of the ends, where mistakes
   * are likeliest.
   */
  public int between(int least, int most) {
    return switch (nextInt(10)) {
      case 8 -> most;
      case 9 -> least;
      default -> least + nextInt(most - least + 1);
    };
  }

  /** Returns what was drawn so far. */
  List<Integer> drawn() {
    return List.copyOf(drawn);
  }
}
