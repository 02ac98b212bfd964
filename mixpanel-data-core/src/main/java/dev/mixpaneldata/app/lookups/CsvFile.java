package dev.mixpaneldata.app.lookups;

import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.CsvReader;
import dev.mixpaneldata.internal.Visible;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The check of a CSV file before it is sent. It reads the file row by row, so that memory does not
 * grow with it.
 */
final class CsvFile {
  /** In bytes, as the reference of lookup tables has it. */
  static final long LARGEST = 100_000_000;

  private final Path file;

  private CsvFile(Path file) {
    this.file = file;
  }

  /**
   * Refuses a file that cannot become a lookup table.
   *
   * @throws MixpanelDataException {@code INVALID_ARGUMENT} with the line that is wrong
   */
  static void check(Path file) {
    new CsvFile(file).check();
  }

  private void check() {
    if (!Files.isRegularFile(file)) {
      throw refusal("is not there, or is not a file", "Give the path of a CSV file.");
    }
    try (InputStream in = Files.newInputStream(file)) {
      long size = Files.size(file);
      if (size > LARGEST) {
        throw refusal(
            "has " + size + " bytes",
            "A lookup table can have " + LARGEST + " bytes. Remove rows.");
      }
      CsvReader rows = new CsvReader(in);
      List<String> header =
          rows.next()
              .orElseThrow(
                  () -> refusal("is empty", "Give a header line, and then one line for each row."));
      checkHeader(header);
      checkRows(rows, header.size());
    } catch (IOException e) {
      throw refusal("cannot be read (" + e.getMessage() + ")", "Check the path and its rights.");
    }
  }

  private void checkHeader(List<String> header) {
    Set<String> names = new HashSet<>();
    for (String name : header) {
      if (name.isBlank()) {
        throw refusal("has a column without a name", "Name each column in the first line.");
      }
      if (!names.add(name)) {
        throw refusal(
            "has two columns '" + Visible.line(name) + "'", "Give each column a name of its own.");
      }
    }
  }

  private void checkRows(CsvReader rows, int columns) throws IOException {
    long count = 0;
    for (Optional<List<String>> row = rows.next(); row.isPresent(); row = rows.next()) {
      count++;
      List<String> fields = row.get();
      if (fields.size() != columns) {
        throw refusal(
            "has " + fields.size() + " values in row " + count + " and " + columns + " columns",
            "Give each row one value for each column; quote values with commas or line breaks.");
      }
      if (fields.get(0).isBlank()) {
        throw refusal(
            "has no id in row " + count, "The first column identifies a row. Fill it in each row.");
      }
    }
    if (count == 0) {
      throw refusal("has a header and no rows", "Add at least one row.");
    }
  }

  private MixpanelDataException refusal(String what, String remedy) {
    return MixpanelDataException.invalidArgument("The file " + file + " " + what + ".", remedy);
  }
}
