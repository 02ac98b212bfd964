package dev.mixpaneldata.discovery;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.report.ReportListener;
import dev.mixpaneldata.store.spi.Store;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Names and values from Mixpanel or, where it cannot be asked now, from the local tables: the
 * hour's queries are used up, or there is no network. The listener hears of local answers. Without
 * a local table Mixpanel is waited for.
 */
public final class NameLookup {
  private final Supplier<Discovery> patient;
  private final Supplier<Discovery> atOnce;
  private final Supplier<Optional<LocalNames>> local;
  private final ReportListener listener;

  /**
   * Makes a lookup.
   *
   * @param patient waits for Mixpanel's limits
   * @param atOnce fails instead of waiting
   */
  public NameLookup(
      Supplier<Discovery> patient,
      Supplier<Discovery> atOnce,
      Supplier<Store> store,
      Supplier<Clock> clock,
      ReportListener listener) {
    this(patient, atOnce, () -> localNames(store, clock), listener);
  }

  private NameLookup(
      Supplier<Discovery> patient,
      Supplier<Discovery> atOnce,
      Supplier<Optional<LocalNames>> local,
      ReportListener listener) {
    this.patient = patient;
    this.atOnce = atOnce;
    this.local = local;
    this.listener = listener;
  }

  /** Returns a lookup that asks Mixpanel alone. */
  public static NameLookup live(Discovery mixpanel) {
    return new NameLookup(() -> mixpanel, () -> mixpanel, Optional::empty, ReportListener.SILENT);
  }

  /** Returns the names of events, sorted; see {@link Discovery#events()}. */
  public List<String> events() {
    return find(Discovery::events, LocalNames::events);
  }

  /** Returns the names of an event's properties, sorted; see {@link Discovery#properties}. */
  public List<String> properties(String event) {
    return find(live -> live.properties(event), local -> local.properties(event));
  }

  /** Returns values that a property had; locally the commonest first. */
  public List<String> propertyValues(PropertyValuesRequest request) {
    return find(live -> live.propertyValues(request), local -> local.values(request));
  }

  /** Returns today's commonest events; locally up to when the table was fetched. */
  public List<TopEvent> topEvents(TopEventsRequest request) {
    return find(live -> live.topEvents(request), local -> local.topEvents(request));
  }

  private <T> T find(Function<Discovery, T> live, Function<LocalNames, Optional<T>> question) {
    try {
      return live.apply(atOnce.get());
    } catch (MixpanelDataException e) {
      if (!e.code().isOnlyForNow()) {
        throw e;
      }
      Optional<T> found = local.get().flatMap(names -> answer(names, question, e));
      if (found.isPresent()) {
        return found.get();
      }
      if (e.code() != ErrorCode.RATE_LIMITED) {
        throw e;
      }
      return live.apply(patient.get());
    }
  }

  private <T> Optional<T> answer(
      LocalNames names, Function<LocalNames, Optional<T>> question, MixpanelDataException reason) {
    Optional<T> found = question.apply(names);
    if (found.isPresent()) {
      listener.refusedBy("Mixpanel", String.valueOf(reason.getMessage()));
      listener.answeredBy("local tables");
      listener.warning(
          "What is in the local tables: " + names.description() + ". Mixpanel may have more.");
    }
    return found;
  }

  private static Optional<LocalNames> localNames(Supplier<Store> store, Supplier<Clock> clock) {
    try {
      return Optional.of(LocalNames.of(store.get(), clock.get())).filter(names -> !names.isEmpty());
    } catch (MixpanelDataException locked) {
      // A table is being filled, or there is no store: Mixpanel's refusal is the answer.
      return Optional.empty();
    }
  }
}
