package dev.mixpaneldata.ui;

import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.mcp.app.LocalPage;
import dev.mixpaneldata.mcp.http.HttpLimits;
import dev.mixpaneldata.mcp.http.Listener;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;

/**
 * The server of the local page. It listens on the loopback address alone, and lets in browsers that
 * have opened {@link #address()}.
 */
public final class UiServer implements AutoCloseable {
  private static final int THREADS = 40;

  private final Listener listener;
  private final Api api;
  private final Entrance entrance;

  private final Optional<LocalPage> notice;

  private UiServer(Listener listener, Api api, Entrance entrance, Optional<LocalPage> notice) {
    this.listener = listener;
    this.api = api;
    this.entrance = entrance;
    this.notice = notice;
  }

  /**
   * Starts to listen.
   *
   * @throws MixpanelDataException {@code NETWORK_ERROR} if the port cannot be used
   */
  public static UiServer start(UiOptions options) {
    Api api = new Api(options);
    Entrance entrance = new Entrance();
    Listener listener =
        Listener.start(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), options.port()),
            new Site(entrance, api),
            new Listener.Terms(
                "mp-ui",
                THREADS,
                HttpLimits.usual(),
                "port " + options.port(),
                "Choose another port."));
    return new UiServer(
        listener, api, entrance, LocalPage.announce(options.workspace(), listener.port()));
  }

  /** Returns the address of the page, with the token that opens it. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + listener.port() + "/?token=" + entrance.token());
  }

  /** Waits until the server is stopped. */
  public void join() throws InterruptedException {
    listener.join();
  }

  @Override
  public void close() {
    notice.ifPresent(LocalPage::close);
    api.close();
    listener.close();
  }
}
