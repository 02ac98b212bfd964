package dev.mixpaneldata.chart.svg;

import dev.mixpaneldata.internal.Visible;
import java.util.Locale;

/** Writes the elements of one picture. Every text passes {@link #escaped}. */
final class SvgWriter {
  static final int WIDTH = 720;
  static final int MOST_COLOURS = 8;

  private static final int LONGEST_TITLE = 80;
  private static final int LONGEST_LABEL = 26;

  /** The mean width of a letter at 12 pixels, for the room that labels need. */
  private static final double LETTER = 7.2;

  private final StringBuilder body = new StringBuilder();
  private final String title;

  SvgWriter(String title) {
    this.title = title;
    text(0, 18, "title", "start", cut(title, LONGEST_TITLE));
  }

  /** Returns a text as the content of an element or of a quoted attribute. */
  static String escaped(String text) {
    String visible = Visible.line(text);
    StringBuilder out = new StringBuilder(visible.length() + 16);
    for (int i = 0; i < visible.length(); i++) {
      char c = visible.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c);
      }
    }
    return out.toString();
  }

  static String label(String text) {
    String day = text.endsWith("T00:00:00") ? text.substring(0, 10) : text;
    return cut(day, LONGEST_LABEL);
  }

  static double width(String text) {
    return text.length() * LETTER;
  }

  private static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest - 1).strip() + "…";
  }

  void text(double x, double y, String classes, String anchor, String text) {
    body.append("<text x=\"").append(number(x)).append("\" y=\"").append(number(y));
    body.append("\" class=\"").append(classes).append("\" text-anchor=\"").append(anchor);
    body.append("\">").append(escaped(text)).append("</text>\n");
  }

  void grid(double x1, double y1, double x2, double y2) {
    body.append("<line class=\"grid\" x1=\"").append(number(x1)).append("\" y1=\"");
    body.append(number(y1)).append("\" x2=\"").append(number(x2)).append("\" y2=\"");
    body.append(number(y2)).append("\"/>\n");
  }

  /**
   * Writes a rectangle.
   *
   * @param hover the text that a pointer on it shows
   */
  void box(
      double x, double y, double width, double height, String classes, double fill, String hover) {
    body.append("<rect class=\"").append(classes).append("\" x=\"").append(number(x));
    body.append("\" y=\"").append(number(y)).append("\" width=\"").append(number(width));
    body.append("\" height=\"").append(number(height));
    if (fill < 1) {
      body.append("\" fill-opacity=\"").append(number(fill));
    }
    body.append("\"><title>").append(escaped(hover)).append("</title></rect>\n");
  }

  /** Writes a path; a move begins each part of the line, so that gaps stay gaps. */
  void path(String path, String classes, String hover) {
    body.append("<path class=\"").append(classes).append("\" d=\"").append(path);
    body.append("\"><title>").append(escaped(hover)).append("</title></path>\n");
  }

  void dot(double x, double y, String classes, String hover) {
    body.append("<circle class=\"").append(classes).append("\" cx=\"").append(number(x));
    body.append("\" cy=\"").append(number(y)).append("\" r=\"3\"><title>");
    body.append(escaped(hover)).append("</title></circle>\n");
  }

  /** Returns the picture with this height. */
  String whole(double height) {
    return "<svg class=\"mp-chart\" xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 "
        + WIDTH
        + " "
        + number(height)
        + "\" aria-label=\""
        + escaped(title)
        + "\">\n"
        + body
        + "</svg>";
  }

  /** Returns a coordinate, to a tenth of a pixel. */
  static String number(double value) {
    String text = String.format(Locale.ROOT, "%.2f", value);
    return text.endsWith(".00") ? text.substring(0, text.length() - 3) : text;
  }

  /** Returns a number as people read it, {@code 1,234.5}. */
  static String shown(double value) {
    if (!Double.isFinite(value)) {
      return "none";
    }
    if (value == Math.rint(value)) {
      return String.format(Locale.ROOT, "%,.0f", value);
    }
    return String.format(Locale.ROOT, "%,.2f", value).replaceAll("0+$", "");
  }

  static String percent(double share) {
    return shown(Math.round(share * 1000) / 10.0) + "%";
  }
}
