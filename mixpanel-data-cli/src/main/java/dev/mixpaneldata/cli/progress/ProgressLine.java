package dev.mixpaneldata.cli.progress;

import dev.mixpaneldata.cli.command.CommandContext;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * A progress line on standard error: amount done, speed and time left. It draws nothing unless a
 * person watches. Thread-safe; closing it removes the line.
 */
public final class ProgressLine implements AutoCloseable {
  /** The eye sees no difference above this rate, and a slow terminal would delay the work. */
  private static final long DRAW_EVERY_NANOS = Duration.ofMillis(100).toNanos();

  private static final int BAR = 24;

  private final PrintWriter err;
  private final boolean drawn;
  private final int width;
  private final boolean ascii;
  private final String unit;
  private final LongSupplier clock;
  private final long start;
  private final ReentrantLock drawing = new ReentrantLock();
  private final AtomicLong done = new AtomicLong();
  private volatile long total;
  private volatile String task;
  private volatile boolean closed;
  private long lastDrawn;

  private ProgressLine(
      CommandContext context, String task, String unit, boolean wanted, LongSupplier clock) {
    this.err = context.err();
    this.drawn = wanted && context.showsProgress();
    this.width = context.terminal().width();
    this.ascii = context.plain();
    this.task = task;
    this.unit = unit;
    this.clock = clock;
    this.start = clock.getAsLong();
    this.lastDrawn = start - DRAW_EVERY_NANOS;
  }

  /**
   * Begins a line.
   *
   * @param task the work under way, such as {@code Fetching events}
   * @param unit the unit of the count, such as {@code events}
   * @param wanted false with {@code --no-progress}
   */
  public static ProgressLine begin(
      CommandContext context, String task, String unit, boolean wanted) {
    return new ProgressLine(context, task, unit, wanted, System::nanoTime);
  }

  static ProgressLine begin(CommandContext context, String task, String unit, LongSupplier clock) {
    return new ProgressLine(context, task, unit, true, clock);
  }

  /** Names another task on the same line. */
  public void task(String next) {
    task = next;
    draw(true);
  }

  /** Sets the total amount; 0 means unknown. */
  public void total(long amount) {
    total = amount;
    draw(false);
  }

  /** Sets the amount done so far. */
  public void done(long amount) {
    done.set(amount);
    draw(false);
  }

  /** Adds to the amount done. */
  public void add(long amount) {
    done.addAndGet(amount);
    draw(false);
  }

  /** Prints a line above the progress, such as a notice that the command waits for quota. */
  public void say(CommandContext context, String line) {
    drawing.lock();
    try {
      erase();
      context.say(line);
    } finally {
      drawing.unlock();
    }
    draw(true);
  }

  /** Removes the line. */
  @Override
  public void close() {
    drawing.lock();
    try {
      closed = true;
      erase();
    } finally {
      drawing.unlock();
    }
  }

  private void draw(boolean now) {
    if (!drawn || closed) {
      return;
    }
    // A thread that finds another one drawing does not wait: the next draw shows its amount.
    if (!drawing.tryLock()) {
      return;
    }
    try {
      long time = clock.getAsLong();
      if (!closed && (now || time - lastDrawn >= DRAW_EVERY_NANOS)) {
        lastDrawn = time;
        String text = text((time - start) / 1e9);
        err.print("\r" + text + "\u001b[K");
        err.flush();
      }
    } finally {
      drawing.unlock();
    }
  }

  private void erase() {
    if (drawn) {
      err.print("\r\u001b[K");
      err.flush();
    }
  }

  private String text(double seconds) {
    long amount = done.get();
    long all = total;
    double rate = seconds > 0 ? amount / seconds : 0;
    StringBuilder text = new StringBuilder(task).append(' ');
    if (all > 0) {
      double share = Math.min(1, (double) amount / all);
      int full = (int) (share * BAR);
      text.append((ascii ? "#" : "█").repeat(full)).append((ascii ? "." : "░").repeat(BAR - full));
      text.append(String.format(Locale.ROOT, " %3d %%  ", (int) (share * 100)));
    }
    text.append(String.format(Locale.ROOT, "%,d %s  %,.0f/s", amount, unit, rate));
    if (all > amount && rate > 0) {
      text.append("  ").append(timeLeft((long) Math.ceil((all - amount) / rate))).append(" left");
    }
    return text.length() < width ? text.toString() : text.substring(0, Math.max(0, width - 1));
  }

  private static String timeLeft(long seconds) {
    return seconds >= 3600
        ? String.format(
            Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60)
        : String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
  }
}
