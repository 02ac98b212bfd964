package dev.mixpaneldata.testkit.http;

import dev.mixpaneldata.testkit.http.Delivery.Ending;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** One client's connection. Its requests are answered one after another until one side closes. */
final class Connection implements Runnable {

  private static final int BUFFER = 1 << 16;

  /** Time for the bytes before a reset to reach the client; a reset drops the bytes under way. */
  private static final long MILLIS_BEFORE_RESET = 50;

  private final Socket socket;
  private final Function<Request, Reply> handler;
  private final CountDownLatch closing;

  Connection(Socket socket, Function<Request, Reply> handler, CountDownLatch closing) {
    this.socket = socket;
    this.handler = handler;
    this.closing = closing;
  }

  @Override
  public void run() {
    try (socket) {
      socket.setTcpNoDelay(true);
      OutputStream out = new BufferedOutputStream(socket.getOutputStream(), BUFFER);
      RequestReader reader =
          new RequestReader(new BufferedInputStream(socket.getInputStream()), out);
      ReplyWriter writer = new ReplyWriter(out, closing);
      boolean open = true;
      while (open) {
        Optional<Request> request = reader.read();
        open = request.isPresent() && answer(request.get(), writer, out);
      }
    } catch (IOException | InterruptedException gone) {
      // The client went away or the server is closing: nobody is left to inform.
    }
  }

  /** Answers a request; returns whether the connection stays open. */
  private boolean answer(Request request, ReplyWriter writer, OutputStream out)
      throws IOException, InterruptedException {
    Reply reply = handler.apply(request);
    boolean close = request.asksToClose();
    try {
      closing.await(reply.delivery().delay().toMillis(), TimeUnit.MILLISECONDS);
      writer.write(reply, request.acceptsGzip(), close);
      return !close;
    } catch (PacedOutputStream.BrokenOff scripted) {
      out.flush();
      end(reply.delivery().ending());
      return false;
    } finally {
      reply.done().run();
    }
  }

  private void end(Ending ending) throws IOException, InterruptedException {
    switch (ending) {
      case CLOSE -> socket.shutdownOutput();
      case STALL -> closing.await();
      case RESET -> {
        closing.await(MILLIS_BEFORE_RESET, TimeUnit.MILLISECONDS);
        socket.setSoLinger(true, 0);
      }
    }
  }
}
