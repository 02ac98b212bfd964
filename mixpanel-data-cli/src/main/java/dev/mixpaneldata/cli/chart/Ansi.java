package dev.mixpaneldata.cli.chart;

/** The few escape sequences that charts use; colours from the 256-colour palette. */
final class Ansi {
  private static final int[] SERIES = {33, 208, 70, 162, 99, 37, 178, 131};

  private Ansi() {}

  static String bold(String text) {
    return "\u001b[1m" + text + "\u001b[0m";
  }

  static String series(int index, String text) {
    return "\u001b[38;5;" + SERIES[index % SERIES.length] + "m" + text + "\u001b[0m";
  }

  static String on(int background, int foreground, String text) {
    return "\u001b[48;5;" + background + ";38;5;" + foreground + "m" + text + "\u001b[0m";
  }
}
