package dev.mixpaneldata.testkit.naive;

import dev.mixpaneldata.report.Cohort;
import dev.mixpaneldata.testkit.dataset.Dataset;
import dev.mixpaneldata.value.DateRange;
import java.time.LocalDate;
import java.time.ZoneId;
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
  private final List<Question> questions;
  private final List<Question> localQuestions;
  private final Cohort cohort;

  /** The case of this number. */
  public NaiveCases(long seed) {
    Random random = new Random(seed);
    ClockChange change = ClockChange.any(random);
    LocalDate first = change.day().minusDays(random.nextInt(4));
    this.zone = change.zone();
    this.range = new DateRange(first, first.plusDays(random.nextInt(10)));
    this.dataset = new RandomEvents(random, zone, range).dataset();
    RandomQuestions parts = new RandomQuestions(random, range);
    this.questions = parts.all();
    RandomLocalQuestions beyond = new RandomLocalQuestions(random, range, parts);
    this.localQuestions = beyond.all();
    this.cohort = beyond.cohort();
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
    return questions;
  }

  /** Questions that Mixpanel's API cannot answer. */
  public List<Question> localQuestions() {
    return localQuestions;
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
