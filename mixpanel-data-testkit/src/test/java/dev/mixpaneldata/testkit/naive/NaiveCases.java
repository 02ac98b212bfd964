package dev.mixpaneldata.testkit.naive;

import dev.mixpaneldata.report.Cohort;
import dev.mixpaneldata.testkit.dataset.Dataset;
import dev.mixpaneldata.value.DateRange;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Small random projects with what is nasty in events, and questions about them, for comparing an
 * implementation of the reports with {@link NaiveReports}:
 *
 * <pre>{@code
 * NaiveCases cases = new NaiveCases(seed);
 * Reports other = load(cases.dataset(), cases.zone());
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
  private final List<Question> questions = new ArrayList<>();
  private final List<Question> localQuestions = new ArrayList<>();
  private final Cohort cohort;

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
    this.cohort = ask(random, range).cohort();
    for (int round = 1; round < rounds; round++) {
      ask(random, someDays(random));
    }
  }

  private RandomLocalQuestions ask(Random random, DateRange days) {
    RandomQuestions parts = new RandomQuestions(random, days);
    questions.addAll(parts.all());
    RandomLocalQuestions beyond = new RandomLocalQuestions(random, days, parts);
    localQuestions.addAll(beyond.all());
    return beyond;
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

  /** The reference's answers. */
  public NaiveReports naive() {
    return NaiveReports.of(dataset, zone);
  }

  /** One question or more for each report. */
  public List<Question> questions() {
    return List.copyOf(questions);
  }

  /** Questions that Mixpanel's API cannot answer. */
  public List<Question> localQuestions() {
    return List.copyOf(localQuestions);
  }

  /** Some users, for whom all questions can be asked again. */
  public Cohort cohort() {
    return cohort;
  }

  @Override
  public String toString() {
    return dataset.expectedRows().size() + " events, " + range + " in " + zone;
  }
}
