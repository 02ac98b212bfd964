package dev.mixpaneldata.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A stream of a body that is still arriving. The JDK's own stream waits forever, since its timeout
 * ends with the headers, and on JDK 17 it swallows interruptions; this one ends both with an error.
 * Time without a reader does not count as a pause. One thread reads; another may close.
 */
final class BodyStream extends InputStream implements BodySubscriber<InputStream> {
  /** The number of pieces, of up to 16 KB, that may arrive ahead of the reader. */
  private static final int AHEAD = 16;

  private static final Signal END = new Signal(List.of(), null);

  private final SentCall sent;
  private final NetworkErrors errors;
  private final BlockingQueue<Signal> arrived = new LinkedBlockingQueue<>();
  private final AtomicReference<Flow.@Nullable Subscription> source = new AtomicReference<>();
  private volatile boolean closed;
  private Iterator<ByteBuffer> buffers = List.<ByteBuffer>of().iterator();
  private ByteBuffer buffer = ByteBuffer.allocate(0);
  private boolean ended;

  BodyStream(SentCall sent, NetworkErrors errors) {
    this.sent = sent;
    this.errors = errors;
  }

  /** A piece of the body, its end, or the reason why it broke. */
  private record Signal(List<ByteBuffer> buffers, @Nullable Throwable failure) {}

  @Override
  public CompletionStage<InputStream> getBody() {
    return CompletableFuture.completedStage(this);
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    if (!source.compareAndSet(null, subscription) || closed) {
      subscription.cancel();
      return;
    }
    subscription.request(AHEAD);
  }

  @Override
  public void onNext(List<ByteBuffer> piece) {
    arrived.add(new Signal(piece, null));
  }

  @Override
  public void onError(Throwable failure) {
    arrived.add(new Signal(List.of(), failure));
  }

  @Override
  public void onComplete() {
    arrived.add(END);
  }

  @Override
  public int read() throws IOException {
    return fill() ? buffer.get() & 0xff : -1;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int count = Math.min(length, buffer.remaining());
    buffer.get(bytes, offset, count);
    return count;
  }

  @Override
  public int available() {
    return buffer.remaining();
  }

  /** Fills the buffer if it is empty; returns false at the end. */
  private boolean fill() throws IOException {
    while (!buffer.hasRemaining()) {
      if (ended) {
        return false;
      }
      if (buffers.hasNext()) {
        buffer = buffers.next();
      } else {
        take();
      }
    }
    return true;
  }

  private void take() throws IOException {
    if (closed) {
      throw new IOException("The answer is closed.");
    }
    Signal signal;
    try {
      signal = arrived.poll(sent.call().idleTimeout().toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      close();
      Thread.currentThread().interrupt();
      throw errors.interrupted(e);
    }
    if (signal == null) {
      close();
      throw errors.stalled(sent);
    }
    if (signal.failure() != null) {
      close();
      throw errors.broken(sent, signal.failure());
    }
    ended = signal == END;
    buffers = signal.buffers().iterator();
    Flow.Subscription subscription = source.get();
    if (subscription != null && !ended) {
      subscription.request(1);
    }
  }

  /** Stops the rest from arriving; a waiting reader returns at once. */
  @Override
  public void close() {
    closed = true;
    Flow.Subscription subscription = source.get();
    if (subscription != null) {
      subscription.cancel();
    }
    arrived.add(new Signal(List.of(), new IOException("The answer was closed.")));
  }
}
