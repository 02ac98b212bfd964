package dev.mixpaneldata.testkit.http;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A stream that counts the bytes of a body, keeps a pace, and breaks off after a number of bytes.
 */
final class PacedOutputStream extends OutputStream {

  /** Thrown at the byte where the body is to be broken off. */
  static final class BrokenOff extends IOException {
    private static final long serialVersionUID = 1L;

    BrokenOff() {
      super("Broken off as scripted");
    }
  }

  /** The number of pieces a second in which a trickle is sent. */
  private static final int PIECES_PER_SECOND = 10;

  private final OutputStream out;
  private final Delivery delivery;
  private final CountDownLatch closing;
  private long written;

  PacedOutputStream(OutputStream out, Delivery delivery, CountDownLatch closing) {
    this.out = out;
    this.delivery = delivery;
    this.closing = closing;
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    int allowed = (int) Math.min(length, delivery.endAfter() - written);
    if (delivery.bytesPerSecond() == 0) {
      out.write(bytes, offset, allowed);
    } else {
      trickle(bytes, offset, allowed);
    }
    written += allowed;
    if (allowed < length) {
      throw new BrokenOff();
    }
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  private void trickle(byte[] bytes, int offset, int length) throws IOException {
    int piece = Math.max(1, delivery.bytesPerSecond() / PIECES_PER_SECOND);
    for (int sent = 0; sent < length; sent += piece) {
      int count = Math.min(piece, length - sent);
      out.write(bytes, offset + sent, count);
      out.flush();
      pause(1000L * count / delivery.bytesPerSecond());
    }
  }

  private void pause(long millis) throws IOException {
    try {
      if (closing.await(millis, TimeUnit.MILLISECONDS)) {
        throw new BrokenOff();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new BrokenOff();
    }
  }
}
