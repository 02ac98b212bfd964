package dev.mixpaneldata.storage.sql.guard;

import dev.mixpaneldata.storage.file.DatabaseFile;
import dev.mixpaneldata.store.SqlLimits;
import dev.mixpaneldata.store.SqlQuery;
import dev.mixpaneldata.store.StoreOptions;
import java.io.IOException;
import java.nio.file.Path;

/** Another program that asks for SQL. */
final class AskingProgram {
  private AskingProgram() {}

  static Process start(Path database, String text) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx64m",
            "-cp",
            System.getProperty("java.class.path"),
            AskingProgram.class.getName(),
            database.toString(),
            text)
        .inheritIO()
        .start();
  }

  public static void main(String[] arguments) {
    DatabaseFile file = new DatabaseFile(Path.of(arguments[0]), StoreOptions.defaults());
    new GuardedSql(file, new SqlLimits(600, 100, 4)).query(SqlQuery.of(arguments[1]));
  }
}
