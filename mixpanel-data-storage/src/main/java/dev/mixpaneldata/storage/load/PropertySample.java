package dev.mixpaneldata.storage.load;

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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Reads the first lines of the parts and chooses the properties that get columns of their own.
 * These are the ones that occur most and hold values of one simple type.
 */
final class PropertySample {
  /**
   * The number of lines in the sample: enough to show common properties, and read in the twentieth
   * of a second.
   */
  private static final int MAX_LINES = 5_000;

  /**
   * The greatest number of promoted properties, as each column costs a little time and space in
   * every row.
   */
  private static final int MAX_PROMOTIONS = 12;

  /**
   * The least share of rows with a promoted property. Rarer properties are NULL nearly everywhere,
   * and quick enough to find in JSON.
   */
  private static final double MIN_SHARE_OF_ROWS = 0.01;

  /**
   * The least share of values of one type. A few odd values leave a column useful to people; many
   * show that there is no one type.
   */
  private static final double MIN_SHARE_OF_TYPE = 0.99;

  /**
   * The greatest share of different texts. A property with more has ids or free text: nobody splits
   * by it, and a column of it costs most.
   */
  private static final double MAX_SHARE_OF_DIFFERENT = 0.5;

  /** The number of texts below which it is unclear whether they are ids. */
  private static final int ENOUGH_TEXTS = 100;

  private static final int MAX_NAME_LENGTH = 100;

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

  /** Returns the promotions for a new table of these parts, the most common first. */
  static List<Promotion> choose(TableType type, PartQueue parts) throws IOException {
    PropertySample sample = new PropertySample(type);
    List<Integer> numbers = parts.sample();
    for (int number : numbers) {
      sample.read(parts, number, MAX_LINES / numbers.size());
    }
    return sample.choose();
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

  private List<Promotion> choose() {
    Set<String> taken = new HashSet<>(StagingLayout.fixedColumns(type));
    // A column of this name would hide the engine's own, which finds duplicates.
    taken.add("rowid");
    Set<String> known = new HashSet<>(StagingLayout.shape(type).fields());
    known.addAll(BOOKKEEPING);
    List<Promotion> chosen = new ArrayList<>();
    for (Occurrences property : byCommonness()) {
      if (chosen.size() < MAX_PROMOTIONS
          && !known.contains(property.name)
          && property.rows >= rows * MIN_SHARE_OF_ROWS
          && property.share() >= MIN_SHARE_OF_TYPE
          && !property.isId()
          && canBeColumn(property.name)
          && taken.add(property.name.toLowerCase(Locale.ROOT))) {
        chosen.add(new Promotion(property.name, property.name, property.type()));
      }
    }
    return chosen;
  }

  private List<Occurrences> byCommonness() {
    return properties.values().stream()
        .sorted(
            Comparator.comparingLong((Occurrences property) -> -property.rows)
                .thenComparing(property -> property.name))
        .toList();
  }

  private static boolean canBeColumn(String name) {
    return !name.isBlank()
        && name.length() <= MAX_NAME_LENGTH
        && !name.toLowerCase(Locale.ROOT).startsWith("_mp_")
        && name.codePoints().noneMatch(Character::isISOControl);
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
    private final Set<Integer> differentTexts = new HashSet<>();

    Occurrences(String name) {
      this.name = name;
    }

    void count(byte[] line, ObjectCursor cursor) {
      rows++;
      ValueKind kind = cursor.kind();
      values += kind == ValueKind.NULL ? 0 : 1;
      switch (kind) {
        case STRING -> {
          texts++;
          differentTexts.add(hash(line, cursor.valueStart(), cursor.valueEnd()));
        }
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

    /** Returns whether most of many texts differ; few texts may all differ. */
    boolean isId() {
      return texts >= ENOUGH_TEXTS && differentTexts.size() > texts * MAX_SHARE_OF_DIFFERENT;
    }

    /** Returns the share of values that fit the most common type; 0 if there are none. */
    double share() {
      long most = Math.max(texts, Math.max(numbers, booleans));
      return values == 0 ? 0 : (double) most / values;
    }

    PromotedType type() {
      if (texts >= numbers && texts >= booleans) {
        return PromotedType.VARCHAR;
      }
      if (booleans > numbers) {
        return PromotedType.BOOLEAN;
      }
      return longs == numbers ? PromotedType.BIGINT : PromotedType.DOUBLE;
    }
  }
}
