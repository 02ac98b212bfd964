package dev.mixpaneldata.storage.report;

import java.io.Serializable;
import java.util.Arrays;

/** Numbers in the order they came, eight bytes each. For one thread. */
final class Longs implements Serializable {
  private static final long serialVersionUID = 1;

  private long[] values = new long[8];
  private int size;

  void add(long value) {
    makeRoom(1);
    values[size++] = value;
  }

  void add(Longs others) {
    makeRoom(others.size);
    System.arraycopy(others.values, 0, values, size, others.size);
    size += others.size;
  }

  private void makeRoom(int more) {
    if (size + more > values.length) {
      values = Arrays.copyOf(values, Math.max(size + more, size + (size >> 1) + 1));
    }
  }

  long[] toArray() {
    return Arrays.copyOf(values, size);
  }
}
