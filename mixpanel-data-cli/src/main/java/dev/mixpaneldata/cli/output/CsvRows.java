package dev.mixpaneldata.cli.output;

import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.mixpaneldata.internal.json.ResultJson;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Rows as RFC 4180 has it: lines end in CR LF. NULL is nothing, an empty text {@code ""}. */
final class CsvRows implements RowPrinter {
  private final Writer out;
  private final CsvGenerator generator;

  CsvRows(Writer out) throws IOException {
    this.out = out;
    CsvFactory factory =
        CsvFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
            .build();
    this.generator = factory.createGenerator(out);
    generator.enable(CsvGenerator.Feature.ALWAYS_QUOTE_EMPTY_STRINGS);
    generator.enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING);
    generator.setSchema(CsvSchema.emptySchema().withLineSeparator("\r\n"));
  }

  @Override
  public void header(List<String> names) throws IOException {
    row(names);
  }

  @Override
  public void row(List<?> cells) throws IOException {
    generator.writeStartArray();
    for (Object cell : cells) {
      if (cell == null || cell instanceof java.util.Optional<?> optional && optional.isEmpty()) {
        generator.writeNull();
      } else {
        generator.writeString(ResultJson.cell(cell));
      }
    }
    generator.writeEndArray();
    generator.flush();
  }

  @Override
  public void end() throws IOException {
    generator.flush();
    out.flush();
  }
}
