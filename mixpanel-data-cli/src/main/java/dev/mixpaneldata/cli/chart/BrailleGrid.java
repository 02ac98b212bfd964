package dev.mixpaneldata.cli.chart;

/** A grid of characters that each hold two columns and four rows of dots. */
final class BrailleGrid {
  private static final char EMPTY = '\u2800';

  /** The bit of the dot in a character, by row and column (Unicode, Braille Patterns). */
  private static final int[][] BITS = {{0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}};

  private final int columns;
  private final int rows;
  private final int[][] dots;
  private final int[][] owner;

  BrailleGrid(int columns, int rows) {
    this.columns = columns;
    this.rows = rows;
    this.dots = new int[rows][columns];
    this.owner = new int[rows][columns];
  }

  int columns() {
    return columns;
  }

  int dotColumns() {
    return columns * 2;
  }

  int dotRows() {
    return rows * 4;
  }

  /** Sets a dot; (0, 0) is at the upper left. The character takes the colour of its last dot. */
  void dot(int x, int y, int series) {
    if (x < 0 || y < 0 || x >= dotColumns() || y >= dotRows()) {
      return;
    }
    dots[y / 4][x / 2] |= BITS[y % 4][x % 2];
    owner[y / 4][x / 2] = series;
  }

  /** Sets the dots from one point to another (Bresenham's line). */
  void line(int fromX, int fromY, int toX, int toY, int series) {
    int dx = Math.abs(toX - fromX);
    int dy = -Math.abs(toY - fromY);
    int stepX = fromX < toX ? 1 : -1;
    int stepY = fromY < toY ? 1 : -1;
    int error = dx + dy;
    int x = fromX;
    int y = fromY;
    while (true) {
      dot(x, y, series);
      if (x == toX && y == toY) {
        return;
      }
      int twice = 2 * error;
      if (twice >= dy) {
        error += dy;
        x += stepX;
      }
      if (twice <= dx) {
        error += dx;
        y += stepY;
      }
    }
  }

  String row(int row, boolean colour) {
    StringBuilder text = new StringBuilder();
    for (int column = 0; column < columns; column++) {
      int bits = dots[row][column];
      if (bits == 0) {
        text.append(' ');
      } else {
        String dot = String.valueOf((char) (EMPTY + bits));
        text.append(colour ? Ansi.series(owner[row][column], dot) : dot);
      }
    }
    return text.toString();
  }
}
