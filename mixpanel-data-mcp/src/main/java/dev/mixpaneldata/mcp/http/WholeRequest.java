package dev.mixpaneldata.mcp.http;

import java.nio.ByteBuffer;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/** A request whose body has arrived, so that reading it never waits. */
final class WholeRequest extends Request.Wrapper {
  private final Content.Chunk body;
  private boolean read;

  WholeRequest(Request request, ByteBuffer body) {
    super(request);
    this.body = Content.Chunk.from(body, true);
  }

  @Override
  public Content.Chunk read() {
    if (read) {
      return Content.Chunk.EOF;
    }
    read = true;
    return body;
  }

  @Override
  public void demand(Runnable callback) {
    callback.run();
  }

  @Override
  public boolean consumeAvailable() {
    read = true;
    return true;
  }
}
