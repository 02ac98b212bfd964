package dev.mixpaneldata.mcp.http;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * A handler that passes requests on when their bodies have arrived. Until then none holds a thread,
 * so that bodies that never end cost only their connections.
 */
public final class WholeRequests extends Handler.Wrapper {
  /** Bodies up to this size are always taken: all connections together hold few of them. */
  private static final int SMALL = 64 * 1024;

  /** The most bytes that larger bodies may hold together. */
  private static final long MOST_BYTES = 16L * HttpFront.LONGEST_MESSAGE;

  private final Arrivals arrivals;
  private final AtomicLong heldBytes = new AtomicLong();

  /** Creates a handler in front of another one. */
  public WholeRequests(Handler next, Arrivals arrivals) {
    super(next);
    this.arrivals = arrivals;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    if (!HttpMethod.POST.is(request.getMethod())) {
      arrivals.arrived(request);
      return super.handle(request, response, callback);
    }
    if (request.getLength() > HttpFront.LONGEST_MESSAGE) {
      refuse(response, callback, 413, "The message is too long");
      return true;
    }
    new Arriving(request, response, callback).run();
    return true;
  }

  private void pass(WholeRequest whole, Response response, Callback callback) {
    try {
      if (!super.handle(whole, response, callback)) {
        Response.writeError(whole, response, callback, 404);
      }
    } catch (Exception e) {
      Response.writeError(whole, response, callback, e);
    }
  }

  private static void refuse(Response response, Callback callback, int status, String message) {
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
    response.getHeaders().put(HttpHeader.CONNECTION, "close");
    String body = new String(JsonRpcErrors.body(status, message), StandardCharsets.UTF_8);
    Content.Sink.write(response, true, body, callback);
  }

  /** A body on its way. Runs when more of it arrives, one run at a time. */
  private final class Arriving implements Runnable {
    private final Request request;
    private final Response response;
    private final Callback callback;
    private final GrowingBytes body = new GrowingBytes();
    private long held;

    Arriving(Request request, Response response, Callback callback) {
      this.request = request;
      this.response = response;
      this.callback = callback;
      Request.addCompletionListener(request, failure -> heldBytes.addAndGet(-held));
    }

    @Override
    public void run() {
      while (true) {
        Content.Chunk chunk = request.read();
        if (chunk == null) {
          request.demand(this);
          return;
        }
        if (Content.Chunk.isFailure(chunk)) {
          // The client is gone or was too slow, which needs no trace in the log.
          response.setStatus(408);
          response.getHeaders().put(HttpHeader.CONNECTION, "close");
          callback.succeeded();
          return;
        }
        boolean last = chunk.isLast();
        body.append(chunk.getByteBuffer());
        chunk.release();
        if (isTooMuch()) {
          return;
        }
        if (last) {
          arrivals.arrived(request);
          pass(new WholeRequest(request, body.buffer()), response, callback);
          return;
        }
      }
    }

    private boolean isTooMuch() {
      if (body.size() > HttpFront.LONGEST_MESSAGE) {
        refuse(response, callback, 413, "The message is too long");
        return true;
      }
      long more = body.size() > SMALL ? body.size() - held : 0;
      held += more;
      if (heldBytes.addAndGet(more) > MOST_BYTES) {
        refuse(response, callback, 503, "Too many long messages arrive at once; try later");
        return true;
      }
      return false;
    }
  }
}
