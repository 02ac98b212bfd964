package dev.mixpaneldata.testkit.naive;

import dev.mixpaneldata.report.Cohort;
import dev.mixpaneldata.testkit.dataset.Dataset;
import dev.mixpaneldata.value.DateRange;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Small random projects with what is nasty in events, and questions about them, for comparing an
 * implementation of the reports with {@link NaiveReports}:
 *
 * <pre>{@code
 * NaiveCases cases = new NaiveCases(seed);
 * Reports other = load(cases.dataset(), cases.zone(), cases.cohort());
 * for (Question question : cases.questions()) {
 *   assertThat(question.to(other)).isEqualTo(question.to(cases.naive()));
 * }
 * }</pre>
 *
 * <p>The same seed gives the same case. Events crowd around a day on which clocks change and have
 * equal times, times at the edges of days, of the funnels' grace and of whole hours and days apart;
 * users without an id and with one event; properties of every type, in lists, null and missing,
 * with quotes and other scripts in their names; and duplicates, which are to be left out. Numbers
 * are quarters, so that sums are exact in any order; averages and deviations may differ in the last
 * digits, and JSON texts in how they are written. Not for use by several threads.
 */
public final class NaiveCases {
  private final Dataset dataset;
  private final ZoneId zone;
  private final DateRange range;
  private final Optional<Cohort> cohort;
  private final List<Question> questions = new ArrayList<>();

  /** The case of this number, with one round of questions. */
  public NaiveCases(long seed) {
    this(seed, 1);
  }

  /**
   * The case of this number.
   *
   * @param rounds how often to make up a question or more for each report; later rounds are about
   *     some of the days, or about days without events
   */
  public NaiveCases(long seed, int rounds) {
    Random random = new Random(seed);
    ClockChange change = ClockChange.any(random);
    LocalDate first = change.day().minusDays(random.nextInt(4));
    this.zone = change.zone();
    this.range = new DateRange(first, first.plusDays(random.nextInt(10)));
    this.dataset = new RandomEvents(random, zone, range).dataset();
    this.questions.addAll(new RandomQuestions(random, range).all());
    this.cohort =
        random.nextInt(3) == 0
            ? Optional.of(new RandomQuestions(random, range).cohort())
            : Optional.empty();
    for (int round = 1; round < rounds; round++) {
      this.questions.addAll(new RandomQuestions(random, someDays(random)).all());
    }
  }

  private DateRange someDays(Random random) {
    LocalDate from = range.from().plusDays(random.nextInt((int) range.days() + 3));
    return new DateRange(from, from.plusDays(random.nextInt(4)));
  }

  /** The events as an export has them, and profiles of some users. */
  public Dataset dataset() {
    return dataset;
  }

  /** The project's zone. */
  public ZoneId zone() {
    return zone;
  }

  /** The days that are asked about; there are events before and after them. */
  public DateRange range() {
    return range;
  }

  /** Whose events may be asked about; all users' if empty. */
  public Optional<Cohort> cohort() {
    return cohort;
  }

  /** The reference's answers about all users. */
  public NaiveReports naive() {
    return NaiveReports.of(dataset, zone);
  }

  /** The reference's answers about the cohort. */
  public NaiveReports naiveOfCohort() {
    return cohort.map(naive()::of).orElse(naive());
  }

  /** One question or more for each report. */
  public List<Question> questions() {
    return List.copyOf(questions);
  }

  @Override
  public String toString() {
    return dataset.expectedRows().size()
        + " events, "
        + range
        + " in "
        + zone
        + cohort.map(c -> ", " + c).orElse("");
  }
}
