package dev.mixpaneldata.storage.load;

import dev.mixpaneldata.internal.PropertyColumn;
import dev.mixpaneldata.internal.line.JsonNumber;
import dev.mixpaneldata.internal.line.JsonStrings;
import dev.mixpaneldata.internal.line.LineScanner;
import dev.mixpaneldata.internal.line.LineShape;
import dev.mixpaneldata.internal.line.ObjectCursor;
import dev.mixpaneldata.internal.line.ValueKind;
import dev.mixpaneldata.store.TableType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads the first lines of the parts and chooses the properties that get columns of their own: the
 * ones that people are likely to ask for ({@link Appeal}), with values of one simple type, as many
 * as loading affords.
 */
final class PropertySample {
  /**
   * The number of lines in the sample: enough to show common properties, and read in the twentieth
   * of a second.
   */
  private static final int MAX_LINES = 5_000;

  /**
   * What all promoted columns may cost a load: as much as so many columns with a value in every row
   * (docs/decisions/0005-loading.md).
   */
  private static final double BUDGET = 12;

  /** The part of the budget that a project's own properties leave to what SDKs add. */
  private static final double FOR_DIMENSIONS = 3;

  /** What an empty cell costs in comparison with one that has a value. */
  private static final double COST_OF_EMPTY = 0.25;

  /**
   * The least share of rows with a promoted property. Rarer properties are NULL nearly everywhere,
   * and quick enough to find in JSON.
   */
  private static final double MIN_SHARE_OF_ROWS = 0.005;

  /**
   * The least share of values of one type. A few odd values leave a column useful to people; many
   * show that there is no one type.
   */
  private static final double MIN_SHARE_OF_TYPE = 0.99;

  /** Mixpanel's bookkeeping and ids, on every event and of interest to nobody. */
  private static final Set<String> BOOKKEEPING =
      Set.of(
          "$device_id",
          "$user_id",
          "mp_processing_time_ms",
          "mp_sent_by_lib_version",
          "$mp_api_endpoint",
          "$mp_api_timestamp_ms",
          "$mp_event_size",
          "$is_reshuffled",
          "$warehouse_import_id",
          "$warehouse_import_job_id",
          "$warehouse_import_run_id");

  private final TableType type;
  private final Map<String, Occurrences> properties = new HashMap<>();
  private final ObjectCursor cursor = new ObjectCursor();
  private long rows;

  private PropertySample(TableType type) {
    this.type = type;
  }

  /**
   * Returns the promotions for a new table of these parts: the wanted ones that the sample shows,
   * then the most appealing.
   */
  static List<Promotion> choose(TableType type, PartQueue parts, List<String> wanted)
      throws IOException {
    PropertySample sample = new PropertySample(type);
    List<Integer> numbers = parts.sample();
    for (int number : numbers) {
      sample.read(parts, number, MAX_LINES / numbers.size());
    }
    return sample.choose(wanted);
  }

  private void read(PartQueue parts, int number, int lines) throws IOException {
    LineScanner scanner = new LineScanner(StagingLayout.shape(type));
    try (Part part = parts.open(number)) {
      PartReader reader = new PartReader(part, scanner, line -> {});
      for (int i = 0; i < lines && reader.next(); i++) {
        rows++;
        count(reader.buffer(), scanner);
      }
    } catch (IOException | RuntimeException e) {
      parts.failed(number, e);
      throw e;
    }
  }

  private void count(byte[] line, LineScanner scanner) {
    cursor.open(line, scanner.start(LineShape.PROPERTIES), scanner.end(LineShape.PROPERTIES));
    while (cursor.next()) {
      String name = JsonStrings.string(line, cursor.keyStart(), cursor.keyEnd());
      properties.computeIfAbsent(name, Occurrences::new).count(line, cursor);
    }
  }

  private List<Promotion> choose(List<String> wanted) {
    Set<String> taken = new HashSet<>();
    Set<String> known = new HashSet<>(StagingLayout.shape(type).fields());
    known.addAll(BOOKKEEPING);
    List<Promotion> chosen = new ArrayList<>();
    for (String name : wanted) {
      Optional.ofNullable(properties.get(name))
          .flatMap(Occurrences::type)
          .filter(type -> taken.add(name.toLowerCase(Locale.ROOT)))
          .ifPresent(type -> chosen.add(new Promotion(name, name, type)));
    }
    List<Occurrences> candidates =
        byAppeal()
            .filter(property -> !known.contains(property.name))
            .filter(property -> property.rows >= rows * MIN_SHARE_OF_ROWS)
            .filter(property -> property.share() >= MIN_SHARE_OF_TYPE)
            .filter(property -> PropertyColumn.canHave(property.name))
            .filter(property -> taken.add(property.name.toLowerCase(Locale.ROOT)))
            .collect(Collectors.toCollection(ArrayList::new));
    double spent = take(candidates, chosen, Set.of(Appeal.OWN), BUDGET - FOR_DIMENSIONS);
    spent += take(candidates, chosen, Set.of(Appeal.COMMON_DIMENSION), BUDGET - spent);
    take(candidates, chosen, EnumSet.allOf(Appeal.class), BUDGET - spent);
    return chosen;
  }

  /** Moves what the budget affords to the chosen ones, and returns its cost. */
  private double take(
      List<Occurrences> from, List<Promotion> chosen, Set<Appeal> appeals, double budget) {
    double spent = 0;
    for (Iterator<Occurrences> left = from.iterator(); left.hasNext(); ) {
      Occurrences property = left.next();
      double cost = cost(property);
      if (appeals.contains(property.appeal()) && spent + cost <= budget) {
        spent += cost;
        chosen.add(new Promotion(property.name, property.name, property.type().orElseThrow()));
        left.remove();
      }
    }
    return spent;
  }

  private double cost(Occurrences property) {
    double filled = (double) property.values / rows;
    return filled + (1 - filled) * COST_OF_EMPTY;
  }

  private Stream<Occurrences> byAppeal() {
    return properties.values().stream()
        .filter(property -> property.appeal() != Appeal.NONE)
        .sorted(
            Comparator.comparing(Occurrences::appeal)
                .thenComparing(property -> Appeal.place(property.name))
                .thenComparing(property -> -property.rows)
                .thenComparing(property -> property.name));
  }

  /** The occurrences of one property in the sample. */
  private static final class Occurrences {
    private final String name;
    private long rows;
    private long values;
    private long texts;
    private long longs;
    private long numbers;
    private long booleans;
    private final Set<Integer> different = new HashSet<>();

    Occurrences(String name) {
      this.name = name;
    }

    void count(byte[] line, ObjectCursor cursor) {
      rows++;
      ValueKind kind = cursor.kind();
      values += kind == ValueKind.NULL ? 0 : 1;
      if (kind != ValueKind.NULL) {
        different.add(hash(line, cursor.valueStart(), cursor.valueEnd()));
      }
      switch (kind) {
        case STRING -> texts++;
        case BOOLEAN -> booleans++;
        case NUMBER -> {
          numbers++;
          longs += JsonNumber.fitsLong(line, cursor.valueStart(), cursor.valueEnd()) ? 1 : 0;
        }
        case NULL, OBJECT, ARRAY -> {}
      }
    }

    private static int hash(byte[] line, int start, int end) {
      int hash = 0;
      for (int i = start; i < end; i++) {
        hash = 31 * hash + line[i];
      }
      return hash;
    }

    Appeal appeal() {
      return Appeal.of(
          name, values, different.size(), type().equals(Optional.of(PromotedType.VARCHAR)));
    }

    /** Returns the share of values that fit the most common type; 0 if there are none. */
    double share() {
      long most = Math.max(texts, Math.max(numbers, booleans));
      return values == 0 ? 0 : (double) most / values;
    }

    /** Returns the type of most values; empty if none fits in a column. */
    Optional<PromotedType> type() {
      return PromotedType.ofMost(texts, booleans, numbers, longs);
    }
  }
}
