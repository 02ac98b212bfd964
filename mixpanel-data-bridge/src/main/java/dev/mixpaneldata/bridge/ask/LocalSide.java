package dev.mixpaneldata.bridge.ask;

import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.bridge.ask.Comparison.Pair;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.report.CountType;
import dev.mixpaneldata.report.FunnelRequest;
import dev.mixpaneldata.report.FunnelStep;
import dev.mixpaneldata.report.ReportTarget;
import dev.mixpaneldata.report.Reports;
import dev.mixpaneldata.report.SegmentationRequest;
import dev.mixpaneldata.store.TableInfo;
import dev.mixpaneldata.store.TableType;
import dev.mixpaneldata.value.DateRange;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Asks a local table what a hosted server was asked, and holds the numbers beside each other. Only
 * questions to Mixpanel on counts and funnels can be compared: a table holds a project of Mixpanel,
 * and hosted answers on retention do not say which users they are about.
 */
public final class LocalSide {
  private static final Set<ErrorCode> NO_TABLES =
      Set.of(
          ErrorCode.CREDENTIALS_MISSING,
          ErrorCode.DATABASE_LOCKED,
          ErrorCode.DATABASE_NOT_FOUND);

  private final Workspace workspace;
  private final ReportTarget target;
  private final Clock clock;

  /**
   * Creates a side over the tables of a workspace.
   *
   * @param target names the table, or the zone by whose clock days are cut; unless it names a
   *     table, the most recently fetched one that has the days is asked
   */
  public LocalSide(Workspace workspace, ReportTarget target, Clock clock) {
    this.workspace = workspace;
    this.target = target;
    this.clock = clock;
  }

  /** Returns the answer with the local numbers beside it, as far as a table has them. */
  public Answer beside(Answer answer, Plan plan) {
    Optional<Reading> reading =
        plan.reading().filter(r -> plan.tool().equals(Plans.MIXPANEL_QUERY));
    if (reading.isEmpty() || answer.rows().isEmpty()) {
      return answer;
    }
    for (String table : tables()) {
      try {
        Optional<Comparison> comparison =
            switch (reading.get().kind()) {
              case COUNTS -> counts(table, reading.get(), answer);
              case FUNNEL -> funnel(table, reading.get(), answer);
              case RETENTION -> Optional.empty();
            };
        if (comparison.isPresent()) {
          return answer.with(comparison.get());
        }
      } catch (MixpanelDataException e) {
        // Another table may have the days; a mistake in the question would be one for all.
        if (e.code() != ErrorCode.CANNOT_ANSWER) {
          throw e;
        }
      }
    }
    return answer;
  }

  private List<String> tables() {
    if (target.local().isPresent()) {
      return List.of(target.local().get());
    }
    try {
      return workspace.tables().list().stream()
          .filter(table -> table.type() == TableType.EVENTS)
          .sorted(Comparator.comparing(TableInfo::fetchedAt).reversed())
          .map(TableInfo::name)
          .toList();
    } catch (MixpanelDataException e) {
      // The hosted answer stands without a project here, without tables, and while one is filled.
      if (NO_TABLES.contains(e.code())) {
        return List.of();
      }
      throw e;
    }
  }

  private Reports reports(String table) {
    return workspace.reports(target.with(t -> t.local(table)));
  }

  private Optional<Comparison> counts(String table, Reading reading, Answer answer) {
    Optional<DateRange> days = common(table, answer);
    if (days.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Map<String, Number>> local = new LinkedHashMap<>();
    for (String event : reading.events()) {
      SegmentationRequest whole =
          SegmentationRequest.of(event, days.get()).with(r -> r.type(CountType.UNIQUE));
      local.put(event, reports(table).segmentation(whole).series().getOrDefault(event, Map.of()));
      reading
          .split()
          .ifPresent(
              property ->
                  reports(table)
                      .segmentation(whole.with(r -> r.on(property)))
                      .series()
                      .forEach(local::putIfAbsent));
    }
    List<Pair> numbers = new ArrayList<>();
    for (List<@Nullable Object> row : answer.rows()) {
      String day = String.valueOf(row.get(0));
      LocalDate date = LocalDate.parse(day);
      if (date.isBefore(days.get().from()) || date.isAfter(days.get().to())) {
        continue;
      }
      for (int i = 1; i < row.size(); i++) {
        String series = answer.columns().get(i);
        Map<String, Number> line = local.get(series);
        if (line != null && row.get(i) instanceof Number hosted) {
          Number here = line.getOrDefault(day, 0);
          numbers.add(new Pair(day, Optional.of(series), hosted.doubleValue(), here.doubleValue()));
        }
      }
    }
    String zone =
        " Mixpanel cuts days by the project's clock, the table by "
            + target.timezone().orElse("UTC")
            + ".";
    return compared(table, numbers, zone);
  }

  private Optional<Comparison> funnel(String table, Reading reading, Answer answer) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    DateRange days = new DateRange(today.minusDays(reading.days() - 1L), today);
    List<FunnelStep> steps =
        reports(table)
            .funnel(FunnelRequest.ofEvents(days, reading.events().toArray(String[]::new)))
            .steps();
    int last = answer.columns().size() - 1;
    List<Pair> numbers = new ArrayList<>();
    for (int i = 0; i < Math.min(steps.size(), answer.rows().size()); i++) {
      if (answer.rows().get(i).get(last) instanceof Number hosted) {
        numbers.add(
            new Pair(
                steps.get(i).event(),
                Optional.empty(),
                hosted.doubleValue(),
                steps.get(i).count()));
      }
    }
    return compared(table, numbers, " The table was asked for " + days + ".");
  }

  /** Returns the days that both the answer and the table have. */
  private Optional<DateRange> common(String table, Answer answer) {
    List<LocalDate> hosted =
        answer.rows().stream().map(row -> LocalDate.parse(String.valueOf(row.get(0)))).toList();
    LocalDate first = hosted.stream().min(Comparator.naturalOrder()).orElseThrow();
    LocalDate last = hosted.stream().max(Comparator.naturalOrder()).orElseThrow();
    return workspace.tables().list().stream()
        .filter(info -> info.name().equals(table))
        .flatMap(info -> info.origin().range().stream())
        .filter(days -> !days.from().isAfter(last) && !days.to().isBefore(first))
        .map(days -> new DateRange(later(days.from(), first), earlier(days.to(), last)))
        .findFirst();
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  private static Optional<Comparison> compared(String table, List<Pair> numbers, String note) {
    if (numbers.isEmpty()) {
      return Optional.empty();
    }
    List<Pair> different = numbers.stream().filter(n -> n.difference() != 0).toList();
    String text =
        different.isEmpty()
            ? "The local table '%s' says the same in all %d numbers."
                .formatted(table, numbers.size())
            : String.format(
                    Locale.ROOT,
                    "The local table '%s' differs in %d of %d numbers, most at %s: %.0f here, %.0f"
                        + " there.",
                    table,
                    different.size(),
                    numbers.size(),
                    largest(different).at(),
                    largest(different).local(),
                    largest(different).hosted())
                + note;
    return Optional.of(new Comparison(table, text, different.size(), numbers));
  }

  private static Pair largest(List<Pair> different) {
    return different.stream()
        .max(Comparator.comparingDouble(n -> Math.abs(n.difference())))
        .orElseThrow();
  }
}
