package dev.mixpaneldata.storage.load;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.NameSuggestions;
import dev.mixpaneldata.internal.Visible;
import dev.mixpaneldata.storage.file.Catalog;
import dev.mixpaneldata.storage.file.CatalogColumn;
import dev.mixpaneldata.storage.file.CatalogTable;
import dev.mixpaneldata.storage.file.Identifiers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Gives properties of finished tables columns, with the values that a load would have put there,
 * and takes columns away. Changes are made all or none, over the caller's connection.
 */
public final class ColumnPromotion {
  private final Connection connection;
  private final Catalog catalog;

  /** Creates promotions over a connection that may write. */
  public ColumnPromotion(Connection connection) {
    this.connection = connection;
    this.catalog = new Catalog(connection);
  }

  /**
   * Gives columns to these properties; those that have one keep it.
   *
   * @throws MixpanelDataException {@code INVALID_ARGUMENT} for a property that no row has, or whose
   *     values are all lists and objects
   */
  public void promote(String name, List<String> properties) throws SQLException {
    CatalogTable table = catalog.require(name);
    List<StoredProperty> found = count(table, properties);
    for (StoredProperty property : found) {
      if (property.type().isEmpty()) {
        throw refusal(table, property);
      }
    }
    add(table, found);
  }

  /** Gives columns to those of these properties that rows have with values that fit in one. */
  void promoteKnown(String name, List<String> properties) throws SQLException {
    if (!properties.isEmpty()) {
      CatalogTable table = catalog.require(name);
      add(table, count(table, properties).stream().filter(p -> p.type().isPresent()).toList());
    }
  }

  /**
   * Drops the columns of these properties.
   *
   * @throws MixpanelDataException {@code INVALID_ARGUMENT} for a property without a column
   */
  public void demote(String name, List<String> properties) throws SQLException {
    CatalogTable table = catalog.require(name);
    List<CatalogColumn> columns = new ArrayList<>(catalog.columns(table.name()));
    List<String> dropped = new ArrayList<>();
    for (String property : properties) {
      CatalogColumn column =
          columns.stream()
              .filter(c -> c.property().equals(property))
              .findFirst()
              .orElseThrow(() -> hasNoColumn(table, property, columns));
      columns.remove(column);
      dropped.add("DROP COLUMN " + Identifiers.quote(column.column()));
    }
    change(table, dropped, columns);
  }

  /** Counts the values of those properties that have no column yet. */
  private List<StoredProperty> count(CatalogTable table, List<String> properties)
      throws SQLException {
    List<String> columns =
        catalog.columns(table.name()).stream().map(CatalogColumn::property).toList();
    List<StoredProperty> counted = new ArrayList<>();
    for (String property : properties) {
      if (!columns.contains(property)) {
        counted.add(StoredProperty.count(connection, table.name(), property));
      }
    }
    return counted;
  }

  private void add(CatalogTable table, List<StoredProperty> found) throws SQLException {
    if (found.isEmpty()) {
      return;
    }
    List<CatalogColumn> columns = new ArrayList<>(catalog.columns(table.name()));
    List<String> changes = new ArrayList<>();
    for (StoredProperty property : found) {
      String type = property.type().orElseThrow().name();
      String column = Identifiers.quote(property.name());
      refuseTaken(table, property.name(), columns);
      changes.add("ADD COLUMN " + column + " " + type);
      // Fills the column as a whole, where an UPDATE would note each row's old value: two thirds of
      // the time.
      changes.add("ALTER COLUMN " + column + " TYPE " + type + " USING (" + property.value() + ")");
      columns.add(property.column());
    }
    change(table, changes, columns);
  }

  private static void refuseTaken(
      CatalogTable table, String property, List<CatalogColumn> columns) {
    Optional<CatalogColumn> same =
        columns.stream().filter(c -> c.column().equalsIgnoreCase(property)).findFirst();
    if (same.isPresent()) {
      throw MixpanelDataException.invalidArgument(
          "The table '"
              + table.name()
              + "' has a column '"
              + same.get().column()
              + "', whose name differs from '"
              + property
              + "' by upper and lower case alone.",
          "Demote that property first.");
    }
  }

  private void change(CatalogTable table, List<String> changes, List<CatalogColumn> columns)
      throws SQLException {
    connection.setAutoCommit(false);
    boolean done = false;
    try (Statement statement = connection.createStatement()) {
      for (String change : changes) {
        statement.execute("ALTER TABLE " + Identifiers.quote(table.name()) + " " + change);
      }
      catalog.put(table, columns);
      connection.commit();
      done = true;
    } finally {
      if (!done) {
        connection.rollback();
      }
      connection.setAutoCommit(true);
    }
  }

  private MixpanelDataException refusal(CatalogTable table, StoredProperty property)
      throws SQLException {
    if (property.occurs()) {
      return MixpanelDataException.invalidArgument(
          "The property '"
              + Visible.line(property.name())
              + "' holds no texts, numbers or booleans in '"
              + table.name()
              + "'.",
          "Columns hold single values; read lists and objects from properties.");
    }
    List<String> close = NameSuggestions.of(property.name(), names(table));
    return new MixpanelDataException(
        ErrorCode.INVALID_ARGUMENT,
        "No row of '" + table.name() + "' has a property '" + Visible.line(property.name()) + "'.",
        close.isEmpty()
            ? "Names of properties are case-sensitive."
            : "Did you mean " + Visible.line(String.join(", ", close)) + "?");
  }

  private List<String> names(CatalogTable table) throws SQLException {
    List<String> names = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT DISTINCT unnest(json_keys(properties)) FROM "
                    + Identifiers.quote(table.name()))) {
      while (row.next()) {
        names.add(row.getString(1));
      }
    }
    return names;
  }

  private static MixpanelDataException hasNoColumn(
      CatalogTable table, String property, List<CatalogColumn> columns) {
    return MixpanelDataException.invalidArgument(
        "The property '" + Visible.line(property) + "' has no column in '" + table.name() + "'.",
        columns.isEmpty()
            ? "No property has one."
            : "These have: "
                + Visible.line(
                    String.join(", ", columns.stream().map(CatalogColumn::property).toList()))
                + ".");
  }
}
