package dev.mixpaneldata.cli.output;

import java.util.Locale;

/** The formats of data on standard output. */
public enum OutputFormat {
  /** One JSON value, on many lines. */
  JSON(new JsonPrinter()),
  /** One JSON value a line. */
  JSONL(new JsonLinesPrinter()),
  /** Columns under a header; at a terminal fitted to its width. */
  TABLE(new TablePrinter()),
  /** CSV as defined by RFC 4180, with a header line. */
  CSV(new RowwisePrinter(CsvRows::new)),
  /** Bare values, a tab between them, without a header. */
  PLAIN(new RowwisePrinter(PlainRows::new));

  private final Printer printer;

  OutputFormat(Printer printer) {
    this.printer = printer;
  }

  Printer printer() {
    return printer;
  }

  /** Returns the name that the option takes. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
