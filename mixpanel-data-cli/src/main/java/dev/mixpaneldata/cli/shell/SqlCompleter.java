package dev.mixpaneldata.cli.shell;

import dev.mixpaneldata.cli.command.CommandContext;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.store.TableInfo;
import dev.mixpaneldata.store.TableSchema;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** A completer of SQL keywords and of table and column names, which it reads at the first tab. */
final class SqlCompleter implements Completer {
  private static final List<String> WORDS =
      List.of(
          ("SELECT FROM WHERE GROUP BY ORDER LIMIT OFFSET HAVING QUALIFY JOIN LEFT RIGHT FULL INNER"
                  + " CROSS ON USING AS AND OR NOT IN IS NULL LIKE ILIKE BETWEEN CASE WHEN THEN ELSE"
                  + " END DISTINCT ALL UNION INTERSECT EXCEPT WITH VALUES DESCRIBE SUMMARIZE EXPLAIN"
                  + " SHOW TABLES OVER PARTITION FILTER ASC DESC INTERVAL DATE TIMESTAMP CAST COUNT"
                  + " SUM AVG MIN MAX MEDIAN DATE_TRUNC COALESCE UNNEST .tables .schema .help .quit")
              .split(" "));

  private final CommandContext context;
  private final Set<String> names = new LinkedHashSet<>();

  SqlCompleter(CommandContext context) {
    this.context = context;
  }

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    List<String> all = new ArrayList<>(names());
    all.addAll(WORDS);
    all.forEach(word -> candidates.add(new Candidate(word)));
  }

  private Set<String> names() {
    if (names.isEmpty()) {
      try {
        for (TableInfo table : context.workspace().tables().list()) {
          names.add(table.name());
          context.workspace().tables().schema(table.name()).columns().stream()
              .map(TableSchema.Column::name)
              .forEach(names::add);
        }
      } catch (MixpanelDataException e) {
        // Completion is only a help: without names there are still the keywords of SQL.
      }
    }
    return names;
  }
}
