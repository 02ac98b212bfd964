package dev.mixpaneldata.benchmarks;

import dev.mixpaneldata.internal.DaemonThreads;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/** Stands before a server and speaks TLS for it, but takes its time to begin. */
final class TlsRelay implements AutoCloseable {
  private static final String PASSWORD = "benchmark";

  private final SSLServerSocket listener;
  private final URI target;
  private final long handshakeMillis;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(DaemonThreads.named("tls-relay"));

  private TlsRelay(SSLServerSocket listener, URI target, long handshakeMillis) {
    this.listener = listener;
    this.target = target;
    this.handshakeMillis = handshakeMillis;
  }

  /** Makes a certificate for localhost, which {@link #trust} lets others accept. */
  static Path certificate(Path folder) throws IOException, InterruptedException {
    Path store = folder.resolve("tls.p12");
    ChildProcess.run(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-keyalg",
            "EC",
            "-alias",
            "relay",
            "-dname",
            "CN=localhost",
            "-ext",
            "san=dns:localhost",
            "-keystore",
            store.toString(),
            "-storepass",
            PASSWORD));
    return store;
  }

  /** The flags of a JVM that accepts the certificate. */
  static List<String> trust(Path store) {
    return List.of(
        "-Djavax.net.ssl.trustStore=" + store, "-Djavax.net.ssl.trustStorePassword=" + PASSWORD);
  }

  static TlsRelay start(URI target, Path store, long handshakeMillis)
      throws IOException, GeneralSecurityException {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream file = Files.newInputStream(store)) {
      keys.load(file, PASSWORD.toCharArray());
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    SSLServerSocket listener =
        (SSLServerSocket)
            context
                .getServerSocketFactory()
                .createServerSocket(0, 100, InetAddress.getLoopbackAddress());
    TlsRelay relay = new TlsRelay(listener, target, handshakeMillis);
    relay.threads.execute(relay::accept);
    return relay;
  }

  URI origin() {
    return URI.create("https://localhost:" + listener.getLocalPort());
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket client = listener.accept();
        threads.execute(() -> relay(client));
      } catch (IOException closed) {
        // Only a closed listener ends the loop.
      }
    }
  }

  private void relay(Socket client) {
    try (client;
        Socket server = new Socket(target.getHost(), target.getPort())) {
      // The handshake begins with the first read.
      Thread.sleep(handshakeMillis);
      threads.execute(() -> copy(server, client));
      copy(client, server);
    } catch (IOException e) {
      // The client has gone.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void copy(Socket from, Socket to) {
    try (InputStream input = from.getInputStream();
        OutputStream output = to.getOutputStream()) {
      byte[] bytes = new byte[64 * 1024];
      for (int count = input.read(bytes); count >= 0; count = input.read(bytes)) {
        output.write(bytes, 0, count);
        output.flush();
      }
    } catch (IOException e) {
      // Either side has gone, and the other is closed with it.
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
    threads.shutdownNow();
  }
}
