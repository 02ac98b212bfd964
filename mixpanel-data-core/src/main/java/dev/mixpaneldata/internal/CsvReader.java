package dev.mixpaneldata.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rows of CSV as in RFC 4180: fields in quotes may have commas, quotes and line ends. */
public final class CsvReader {
  private final Reader in;
  private int next;

  /** Begins at the first row; a byte order mark is skipped. */
  public CsvReader(InputStream in) throws IOException {
    this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), 1 << 16);
    this.next = this.in.read();
    if (next == '\uFEFF') {
      next = this.in.read();
    }
  }

  /** Returns the next row that is not blank; empty at the end. */
  public Optional<List<String>> next() throws IOException {
    while (next >= 0) {
      List<String> row = row();
      if (row.size() > 1 || !row.get(0).isEmpty()) {
        return Optional.of(row);
      }
    }
    return Optional.empty();
  }

  private List<String> row() throws IOException {
    List<String> fields = new ArrayList<>();
    while (true) {
      fields.add(next == '"' ? quoted() : plain());
      if (next != ',') {
        break;
      }
      step();
    }
    if (next == '\r') {
      step();
    }
    if (next == '\n') {
      step();
    }
    return fields;
  }

  private String plain() throws IOException {
    StringBuilder text = new StringBuilder();
    while (next >= 0 && next != ',' && next != '\n' && next != '\r') {
      text.append((char) next);
      step();
    }
    return text.toString();
  }

  private String quoted() throws IOException {
    StringBuilder text = new StringBuilder();
    step();
    while (next >= 0) {
      if (next == '"') {
        step();
        if (next != '"') {
          return text.append(plain()).toString();
        }
      }
      text.append((char) next);
      step();
    }
    return text.toString();
  }

  private void step() throws IOException {
    next = in.read();
  }
}
