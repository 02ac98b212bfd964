package dev.mixpaneldata.storage.table;

import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.store.TableSchema;
import java.util.Optional;

/**
 * The subject of statistics: a column, or a property of the JSON.
 *
 * @param name as it is shown: the column's name, or {@code properties.name}
 * @param type the column's DuckDB type; {@code JSON} for a property
 * @param property the property's name, taken literally
 */
record ColumnPath(String name, String type, Optional<String> property) {
  private static final String PREFIX = "properties.";

  /**
   * Finds a column of the table; failing that, {@code properties.} and a name, which may be in
   * double quotes. It is never an expression.
   */
  static ColumnPath of(String text, TableSchema schema) {
    for (TableSchema.Column column : schema.columns()) {
      if (column.name().equalsIgnoreCase(text)) {
        return new ColumnPath(column.name(), column.type(), Optional.empty());
      }
    }
    if (text.startsWith(PREFIX) && text.length() > PREFIX.length()) {
      String property = text.substring(PREFIX.length());
      if (property.length() > 2 && property.startsWith("\"") && property.endsWith("\"")) {
        property = property.substring(1, property.length() - 1);
      }
      return new ColumnPath(PREFIX + property, "JSON", Optional.of(property));
    }
    throw MixpanelDataException.invalidArgument(
        "The table '" + schema.table() + "' has no column '" + text + "'.",
        "The columns are: "
            + String.join(", ", schema.columns().stream().map(TableSchema.Column::name).toList())
            + ". A property is written as properties.name; expressions go into SQL.");
  }

  /**
   * Returns the property as a JSON pointer, in which every name can be written, unlike in a JSON
   * path.
   */
  String pointer() {
    return "/" + property.orElseThrow().replace("~", "~0").replace("/", "~1");
  }
}
