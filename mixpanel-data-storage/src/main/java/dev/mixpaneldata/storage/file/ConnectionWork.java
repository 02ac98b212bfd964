package dev.mixpaneldata.storage.file;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Work on an open database file. */
@FunctionalInterface
public interface ConnectionWork<T extends @Nullable Object> {
  /** Works with the connection, which is closed afterwards. */
  T run(Connection connection) throws SQLException, IOException;
}
