package dev.mixpaneldata.mcp.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.mixpaneldata.mcp.analysis.ChangeSearch.Kind;
import dev.mixpaneldata.mcp.analysis.ChangeSearch.Part;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How often a change is seen where there is none, and missed where there is one. */
@Tag("long")
class ChangeSearchTest {
  private static final int DRAWS = 500;

  /** Drawn once the method stood. */
  private static final long[] BASES = {715_517, 20_261_121};

  private static final LocalDate DAY = LocalDate.parse("2026-08-07");
  private static final double[] WEEK = {1.1, 1.15, 1.1, 1.05, 1, 0.7, 0.6};
  private static final Map<String, double[]> DIMENSIONS =
      Map.of(
          "$os", new double[] {0.35, 0.3, 0.2, 0.15},
          "mp_country_code", new double[] {0.3, 0.2, 0.15, 0.1, 0.1, 0.08, 0.05, 0.02},
          "plan", new double[] {0.6, 0.25, 0.15});

  /** A project: events a day, how much days stray beyond chance, growth a day. */
  private record Project(String name, double level, double noise, double growth, int days) {}

  private static final List<Project> PROJECTS =
      List.of(
          new Project("quiet", 150, 0, 0, 56),
          new Project("usual", 300, 0.05, 0, 56),
          new Project("restless", 800, 0.12, 0, 56),
          new Project("growing", 200, 0.05, 0.01, 56),
          new Project("new", 300, 0.03, 0, 28));

  /** Events of which each has a segment in every dimension. */
  private static final class Drawn {
    final Map<LocalDate, Double> whole = new HashMap<>();
    final SortedSet<LocalDate> known = new TreeSet<>();
    final Map<String, Map<LocalDate, Double>> segments = new HashMap<>();

    Drawn(Project project, Random random) {
      for (int i = project.days(); i >= 0; i--) {
        LocalDate day = DAY.minusDays(i);
        double mean =
            project.level()
                * WEEK[day.getDayOfWeek().ordinal()]
                * Math.pow(1 + project.growth(), project.days() - i)
                * Math.exp(project.noise() * random.nextGaussian());
        int events = poisson(mean, random);
        known.add(day);
        whole.put(day, (double) events);
        DIMENSIONS.forEach((name, shares) -> split(name, shares, day, events, random));
      }
    }

    private void split(String name, double[] shares, LocalDate day, int events, Random random) {
      int[] counts = new int[shares.length];
      for (int e = 0; e < events; e++) {
        double at = random.nextDouble();
        int segment = 0;
        while (segment < shares.length - 1 && at >= shares[segment]) {
          at -= shares[segment++];
        }
        counts[segment]++;
      }
      for (int i = 0; i < counts.length; i++) {
        segments.computeIfAbsent(name + "=" + i, n -> new HashMap<>()).put(day, (double) counts[i]);
      }
    }

    /** Takes events of one segment out of the day; each has some segment of the others, too. */
    void drop(String segment, double events, Random random) {
      double taken = Math.min(events, segments.get(segment).getOrDefault(DAY, 0.0));
      whole.merge(DAY, -taken, Double::sum);
      segments.get(segment).merge(DAY, -taken, Double::sum);
      String dimension = segment.substring(0, segment.indexOf('='));
      for (int e = 0; e < Math.round(taken); e++) {
        DIMENSIONS.forEach(
            (name, shares) -> {
              if (!name.equals(dimension)) {
                List<String> left =
                    segments.keySet().stream()
                        .filter(s -> s.startsWith(name + "="))
                        .filter(s -> segments.get(s).getOrDefault(DAY, 0.0) > 0)
                        .sorted()
                        .toList();
                double sum = left.stream().mapToDouble(s -> segments.get(s).get(DAY)).sum();
                double at = random.nextDouble() * sum;
                for (String s : left) {
                  at -= segments.get(s).get(DAY);
                  if (at <= 0) {
                    segments.get(s).merge(DAY, -1.0, Double::sum);
                    break;
                  }
                }
              }
            });
      }
    }

    ChangeSearch search() {
      List<Part> parts = new ArrayList<>();
      segments.forEach(
          (name, numbers) ->
              parts.add(
                  new Part(
                      name.substring(0, name.indexOf('=')),
                      name.substring(name.indexOf('=') + 1),
                      numbers)));
      return ChangeSearch.of(DAY, whole, known, parts);
    }
  }

  /**
   * Segments that usually have more than a drop of three deviations of the whole takes away. One
   * that is most of the whole strays as the whole does, and three deviations of a number that is
   * looked at alone are all that chance allows; it is taken where no other can lose so much.
   */
  private static List<String> ableToLose(Project project) {
    List<String> able = ableToLose(project, 0.5);
    return able.isEmpty() ? ableToLose(project, 1) : able;
  }

  private static List<String> ableToLose(Project project, double largest) {
    List<String> able = new ArrayList<>();
    double events = 3 * deviation(project) / mean(project);
    DIMENSIONS.forEach(
        (name, shares) -> {
          for (int i = 0; i < shares.length; i++) {
            if (shares[i] > 1.1 * events && shares[i] <= largest) {
              able.add(name + "=" + i);
            }
          }
        });
    return able.stream().sorted().toList();
  }

  private static int poisson(double mean, Random random) {
    if (mean > 500) {
      return (int) Math.max(0, Math.round(mean + Math.sqrt(mean) * random.nextGaussian()));
    }
    double limit = Math.exp(-mean);
    double product = random.nextDouble();
    int count = 0;
    while (product > limit) {
      product *= random.nextDouble();
      count++;
    }
    return count;
  }

  private static double mean(Project project) {
    return project.level()
        * WEEK[DAY.getDayOfWeek().ordinal()]
        * Math.pow(1 + project.growth(), project.days());
  }

  /** How far a day of this project usually is from what it is expected to have. */
  private static double deviation(Project project) {
    double mean = mean(project);
    return Math.sqrt(mean + mean * project.noise() * mean * project.noise());
  }

  @Test
  void daysOnWhichNothingHappenedAreHardlyEverCalledAChange() {
    for (Project project : PROJECTS) {
      int alarms = 0;
      for (long base : BASES) {
        for (int draw = 0; draw < DRAWS; draw++) {
          Kind kind = new Drawn(project, new Random(seed(base, draw))).search().kind();
          alarms += kind == Kind.USUAL ? 0 : 1;
        }
      }
      int draws = DRAWS * BASES.length;
      System.out.printf("%s: %d of %d draws are false alarms%n", project.name(), alarms, draws);
      assertThat(alarms).as(project.name()).isLessThanOrEqualTo(draws / 20);
    }
  }

  /** Neighbouring seeds begin alike, so fresh ones are drawn, too. */
  private static long seed(long base, int draw) {
    return new SplittableRandom(base + draw).nextLong();
  }

  @Test
  void dropsOfThreeDeviationsAreFoundWithTheirSegmentFirst() {
    for (Project project : PROJECTS) {
      List<String> planted = ableToLose(project);
      int found = 0;
      for (long base : BASES) {
        for (int draw = 0; draw < DRAWS; draw++) {
          found += finds(project, planted.get(draw % planted.size()), seed(base, 10_000 + draw));
        }
      }
      int draws = DRAWS * BASES.length;
      System.out.printf(
          "%s: %d of %d drops planted in %s are found%n", project.name(), found, draws, planted);
      assertThat(found).as(project.name()).isGreaterThanOrEqualTo(draws * 9 / 10);
    }
  }

  /** Returns 1 if a planted drop is found with its segment first. */
  private static int finds(Project project, String segment, long seed) {
    Random random = new Random(seed);
    Drawn drawn = new Drawn(project, random);
    drawn.drop(segment, 3 * deviation(project), random);
    ChangeSearch search = drawn.search();
    return search.kind() == Kind.DROP
            && search.drivers().stream()
                .limit(1)
                .anyMatch(first -> segment.equals(first.dimension() + "=" + first.segment()))
        ? 1
        : 0;
  }

  @Test
  void theDistributionIsThatOfTables() {
    assertThat(StudentT.limit(0.05, 1)).isCloseTo(12.706, within(5e-4));
    assertThat(StudentT.limit(0.05, 6)).isCloseTo(2.447, within(5e-4));
    assertThat(StudentT.limit(0.01, 20)).isCloseTo(2.845, within(5e-4));
    assertThat(StudentT.limit(0.001, 48)).isCloseTo(3.505, within(5e-4));
    assertThat(StudentT.beyond(0, 5)).isEqualTo(1);
  }

  @Test
  void eachWeekdayIsComparedWithItsOwnKind() {
    Map<LocalDate, Double> whole = new HashMap<>();
    SortedSet<LocalDate> known = new TreeSet<>();
    LocalDate sunday = LocalDate.parse("2026-08-09");
    for (int i = 0; i <= 28; i++) {
      LocalDate day = sunday.minusDays(i);
      known.add(day);
      whole.put(day, day.getDayOfWeek().getValue() > 5 ? 100.0 : 400.0 + i % 3);
    }
    assertThat(ChangeSearch.of(sunday, whole, known, List.of()).kind()).isEqualTo(Kind.USUAL);
    whole.put(sunday, 400.0);
    assertThat(ChangeSearch.of(sunday, whole, known, List.of()).kind()).isEqualTo(Kind.RISE);
  }

  @Test
  void daysWithoutDataAreNoZeros() {
    Map<LocalDate, Double> whole = new HashMap<>();
    SortedSet<LocalDate> known = new TreeSet<>();
    double[] logins = {310, 283, 289, 308, 259, 280};
    for (int i = 0; i < logins.length; i++) {
      LocalDate day = DAY.minusDays(6 - i);
      known.add(day);
      whole.put(day, logins[i]);
    }
    known.add(DAY);
    whole.put(DAY, 276.0);
    ChangeSearch search = ChangeSearch.of(DAY, whole, known, List.of());
    assertThat(search.kind()).isEqualTo(Kind.USUAL);
    assertThat(search.usual().orElseThrow().expected()).isCloseTo(288.17, within(0.01));
    assertThat(search.change()).isNegative();
  }

  @Test
  void aWeekdayThatWasNeverSeenIsNotJudged() {
    Map<LocalDate, Double> whole = new HashMap<>();
    SortedSet<LocalDate> known = new TreeSet<>();
    LocalDate saturday = LocalDate.parse("2026-08-08");
    for (int i = 1; i <= 5; i++) {
      known.add(saturday.minusDays(i));
      whole.put(saturday.minusDays(i), 500.0 + i);
    }
    whole.put(saturday, 100.0);
    assertThat(ChangeSearch.of(saturday, whole, known, List.of()).kind()).isEqualTo(Kind.UNKNOWN);
  }

  @Test
  void sharesAreBetweenNothingAndAll() {
    Project project = PROJECTS.get(1);
    for (int seed = 0; seed < 100; seed++) {
      Random random = new Random(seed);
      Drawn drawn = new Drawn(project, random);
      drawn.drop("plan=1", 3 * deviation(project), random);
      assertThat(drawn.search().segments())
          .allSatisfy(c -> c.share().ifPresent(s -> assertThat(s).isBetween(0.0, 1.0)));
    }
  }
}
