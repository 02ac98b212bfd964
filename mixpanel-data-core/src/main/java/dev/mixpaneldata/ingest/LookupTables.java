package dev.mixpaneldata.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.http.Answer;
import dev.mixpaneldata.http.ApiFamily;
import dev.mixpaneldata.http.Call;
import dev.mixpaneldata.http.MixpanelHttp;
import dev.mixpaneldata.internal.json.Mappers;
import java.util.ArrayList;
import java.util.List;

/** Tables that give a property's values further properties. */
public final class LookupTables {
  /** Of the CSV of one table (reference of lookup tables). */
  private static final int LARGEST = 100_000_000;

  private final MixpanelHttp http;

  LookupTables(MixpanelHttp http) {
    this.http = http;
  }

  /** The tables of the project. */
  public List<LookupTableInfo> list() {
    JsonNode said =
        Mappers.read(
            http.send(Call.get(ApiFamily.INGESTION, "/lookup-tables").withProjectId()).body());
    List<LookupTableInfo> tables = new ArrayList<>();
    for (JsonNode table : said.path("results")) {
      tables.add(new LookupTableInfo(table.path("id").asText(), table.path("name").asText()));
    }
    return tables;
  }

  /**
   * Replaces a table whole.
   *
   * @param id the table's id
   * @param csv its rows with a header line (RFC 4180, UTF-8); the first column identifies a row
   */
  public void replace(String id, byte[] csv) {
    if (csv.length == 0 || csv.length > LARGEST) {
      throw MixpanelDataException.invalidArgument(
          "The table has " + csv.length + " bytes.", "It can have 1 to " + LARGEST + ".");
    }
    Answer answer =
        http.send(
            Call.put(ApiFamily.INGESTION, "/lookup-tables/{}", id)
                .withProjectId()
                .body("text/csv", csv)
                .accept(400));
    if (answer.status() == 400) {
      throw refused(Mappers.read(answer.body()));
    }
  }

  private static MixpanelDataException refused(JsonNode said) {
    StringBuilder message = new StringBuilder("Mixpanel refused the lookup table: ");
    message.append(said.path("error").asText("no reason is given"));
    for (JsonNode row : said.path("failed_records")) {
      message
          .append("\n  row ")
          .append(row.path("index").asText())
          .append(": ")
          .append(row.path("message").asText());
    }
    return MixpanelDataException.invalidArgument(
        message.toString(), "Correct the rows. The table is unchanged.");
  }
}
