package dev.mixpaneldata.mcp.analysis;

import dev.mixpaneldata.mcp.analysis.DropDiagnosis.Contribution;
import dev.mixpaneldata.mcp.analysis.DropDiagnosis.DayAgainstBefore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a diagnosis says.
 *
 * @param dayIsOver whether the day's number is complete
 * @param drivers segments that went with the whole, the clearest first
 * @param within the clearest of them, split once more
 * @param others other events that changed on that day
 */
record Diagnosis(
    String event,
    LocalDate day,
    boolean dayIsOver,
    DayAgainstBefore total,
    List<Contribution> drivers,
    List<Contribution> within,
    List<Contribution> others) {
  /** Less than this is the noise of a day. */
  private static final double NOTABLE = 0.05;

  /** More than this hardly happens by itself, fewer than the first sometimes. */
  private static final double CLEAR = 3;

  private static final double LIKELY = 2;

  private boolean measurable() {
    return total.baseline() > 0;
  }

  private double change() {
    return measurable() ? total.change() / total.baseline() : 0;
  }

  Map<String, Object> findings() {
    Map<String, Object> findings = new LinkedHashMap<>();
    findings.put("drop_confirmed", measurable() && change() <= -NOTABLE);
    findings.put("baseline", total.baseline());
    findings.put("actual", total.actual());
    findings.put("change", total.change());
    findings.put("drop_percentage", measurable() ? Optional.of(-change() * 100) : Optional.empty());
    findings.put("deviations", total.deviations());
    findings.put("primary_driver", drivers.stream().findFirst());
    findings.put("within_primary_driver", within);
    findings.put("secondary_factors", drivers.stream().skip(1).toList());
    findings.put("other_events", others);
    findings.put("confidence", confidence());
    findings.put("recommendations", recommendations());
    findings.put("caveats", caveats());
    return findings;
  }

  private String confidence() {
    double clearest =
        drivers.stream()
            .mapToDouble(c -> Math.abs(c.deviations()))
            .reduce(Math.abs(total.deviations()), Math::max);
    return clearest >= CLEAR ? "high" : clearest >= LIKELY ? "medium" : "low";
  }

  String text() {
    StringBuilder text = new StringBuilder(headline());
    drivers.forEach(c -> text.append("\n- ").append(words(c)));
    drivers.stream()
        .findFirst()
        .ifPresent(
            first ->
                within.forEach(
                    c ->
                        text.append(
                                "\n- within %s = %s: "
                                    .formatted(first.dimension(), first.segment()))
                            .append(words(c))));
    others.forEach(
        c ->
            text.append(
                "\n- on the same day %s: %,.0f instead of %,.1f"
                    .formatted(c.segment(), c.actual(), c.baseline())));
    text.append("\nConfidence: ").append(confidence()).append('.');
    recommendations().forEach(r -> text.append("\n- ").append(r));
    caveats().forEach(c -> text.append("\nNote: ").append(c));
    return text.toString();
  }

  private static String words(Contribution c) {
    return "%s = %s: %,.0f instead of %,.1f, %.0f %% of the change (%.1f standard deviations)"
        .formatted(
            c.dimension(),
            c.segment(),
            c.actual(),
            c.baseline(),
            c.share().orElse(0.0) * 100,
            c.deviations());
  }

  private String headline() {
    if (!measurable()) {
      return event + " did not happen in the seven days before " + day + ".";
    }
    return "%s on %s: %,.0f instead of %,.1f a day (%+.1f %%)."
        .formatted(event, day, total.actual(), total.baseline(), change() * 100);
  }

  private List<String> recommendations() {
    List<String> list = new ArrayList<>();
    drivers.stream()
        .findFirst()
        .ifPresent(
            c -> {
              String narrower =
                  within.stream()
                      .findFirst()
                      .map(w -> ", above all " + w.dimension() + " = " + w.segment())
                      .orElse("");
              list.add(
                  "Look at what changed for %s = %s%s on %s: releases, providers, campaigns."
                      .formatted(c.dimension(), c.segment(), narrower, day));
            });
    others.stream()
        .filter(c -> c.change() > 0)
        .findFirst()
        .ifPresent(
            c ->
                list.add(
                    "Look into the properties of %s on that day (property_distribution): it rose."
                        .formatted(c.segment())));
    if (drivers.isEmpty() && measurable()) {
      list.add("No segment stands out; try other dimensions (list_properties has them).");
    }
    return list;
  }

  private List<String> caveats() {
    List<String> caveats = new ArrayList<>();
    if (!measurable()) {
      caveats.add("There is nothing to compare with: check the event's name with list_events.");
    }
    if (!dayIsOver) {
      caveats.add("The day is not over, so that its number is not complete.");
    }
    caveats.add("Weekdays differ; the seven days before have each of them once.");
    return caveats;
  }
}
