package dev.mixpaneldata.storage.load;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.Hint;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.text.ZoneNames;
import dev.mixpaneldata.storage.file.Catalog;
import dev.mixpaneldata.storage.file.CatalogTable;
import dev.mixpaneldata.store.TableHints;
import dev.mixpaneldata.store.spi.LoadRequest;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/** Finds the table that a load adds to, if there is one, and checks that it may. */
final class LoadTarget {
  private final Catalog catalog;
  private final LoadRequest request;

  LoadTarget(Catalog catalog, LoadRequest request) {
    this.catalog = catalog;
    this.request = request;
  }

  /** Returns the table whose rows stay; empty if the load makes the table. */
  Optional<CatalogTable> find() throws SQLException {
    return switch (request.mode()) {
      case CREATE -> {
        refuseIfTaken();
        yield Optional.empty();
      }
      case REPLACE -> Optional.empty();
      case APPEND -> {
        Optional<CatalogTable> target = catalog.find(request.table());
        if (target.isPresent()) {
          checkFits(target.get());
        } else {
          refuseIfForeign();
        }
        yield target;
      }
      case REPLACE_DAYS -> {
        CatalogTable target = catalog.require(request.table());
        checkFits(target);
        if (request.origin().range().isEmpty()) {
          throw MixpanelDataException.invalidArgument(
              "A load that replaces days has no range.", "Give the range of the load.");
        }
        yield Optional.of(target);
      }
    };
  }

  private void refuseIfTaken() throws SQLException {
    if (catalog.nameIsTaken(request.table())) {
      throw MixpanelDataException.of(
          ErrorCode.TABLE_EXISTS,
          "The table '" + request.table() + "' exists already.",
          TableHints.exists(request.type()));
    }
  }

  private void refuseIfForeign() throws SQLException {
    if (catalog.nameIsTaken(request.table())) {
      throw MixpanelDataException.invalidArgument(
          "The table '"
              + request.table()
              + "' was not made by mixpanel-data, so nothing can be"
              + " added to it.",
          Hint.anyOf(
              Hint.way("choose another name"),
              Hint.way("replace the table with {}", TableHints.replace(request.type()))));
    }
  }

  private void checkFits(CatalogTable target) {
    if (target.type() != request.type()) {
      throw MixpanelDataException.invalidArgument(
          String.format(
              "The table '%s' holds %s, so no %s can be added to it.",
              target.name(), lower(target.type()), lower(request.type())),
          "Choose another name.");
    }
    Optional<ZoneId> zone = target.origin().projectZone();
    if (!zone.equals(request.origin().projectZone())) {
      throw MixpanelDataException.invalidArgument(
          String.format(
              "The times of the table '%s' were read as %s, those of this load would be read as"
                  + " %s.",
              target.name(), describe(zone), describe(request.origin().projectZone())),
          Hint.anyOf(
              Hint.way("set the time zone of the account to that of the table"),
              Hint.way("fetch everything again with {}", TableHints.replace(request.type()))));
    }
  }

  private static String describe(Optional<ZoneId> zone) {
    return zone.map(z -> "local time of " + ZoneNames.of(z)).orElse("UTC");
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
