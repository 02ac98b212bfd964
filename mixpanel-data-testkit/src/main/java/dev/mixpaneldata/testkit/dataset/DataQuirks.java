package dev.mixpaneldata.testkit.dataset;

/**
 * The quirks that make raw events hard to count: late arrivals, duplicates of several kinds,
 * missing and shared insert ids. Each rate is a share of all events.
 */
final class DataQuirks {

  private static final double LATE = 0.02;
  private static final double WITHOUT_INSERT_ID = 0.01;
  private static final double EXACT_DUPLICATES = 0.010;
  private static final double CORRECTED = 0.006;
  private static final double CORRECTED_AT_ONCE = 0.002;

  /** One person in this many shares the insert id of the day's first event with the others. */
  private static final int SHARING = 10;

  private static final int LATEST_DAYS = 5;
  private static final long DAY_MILLIS = 86_400_000L;

  private final long seed;
  private final LineBuffer out;

  /** Lines written after everything else of the day, so that copies lie apart. */
  private final LineBuffer later = new LineBuffer(1 << 16);

  DataQuirks(long seed, LineBuffer out) {
    this.seed = seed;
    this.out = out;
  }

  /** Gives the event its insert id and its time of processing, and writes all of its copies. */
  void write(EventDraft draft, EventWriter writer, boolean rekeyed, int place, Chance chance) {
    draft.insertId = chance.next();
    if (place == 0 && writer.person().index() % SHARING == 7) {
      draft.insertId = Chance.of(seed, draft.timeMillis / DAY_MILLIS, -3).next();
    }
    draft.processedMillis = draft.timeMillis + chance.between(600, 30_000);
    double drawn = chance.unit();
    if (drawn < LATE) {
      draft.processedMillis += 1 + chance.below((int) (LATEST_DAYS * DAY_MILLIS));
    }
    draft.hasInsertId = !chance.hits(WITHOUT_INSERT_ID);
    double copies = chance.unit();
    if (copies < EXACT_DUPLICATES) {
      writer.write(draft, rekeyed, out);
      writer.write(draft, rekeyed, later);
    } else if (copies < EXACT_DUPLICATES + CORRECTED) {
      writeCorrected(draft, writer, rekeyed, chance);
    } else if (copies < EXACT_DUPLICATES + CORRECTED + CORRECTED_AT_ONCE) {
      // Two copies processed in the same millisecond: the last one in the export counts.
      writer.write(draft, rekeyed, out);
      draft.revision = 1;
      writer.write(draft, rekeyed, later);
    } else {
      writer.write(draft, rekeyed, out);
    }
  }

  /** Adds the lines that were held back. */
  void finishDay() {
    out.add(later);
    later.clear();
  }

  private void writeCorrected(
      EventDraft draft, EventWriter writer, boolean rekeyed, Chance chance) {
    // The copy processed last comes first in the export as often as last.
    boolean newestFirst = chance.hits(0.5);
    long processed = draft.processedMillis;
    draft.revision = newestFirst ? 1 : 0;
    draft.processedMillis = processed + (newestFirst ? 60_000 : 0);
    writer.write(draft, rekeyed, out);
    draft.revision = newestFirst ? 0 : 1;
    draft.processedMillis = processed + (newestFirst ? 0 : 60_000);
    writer.write(draft, rekeyed, later);
  }
}
