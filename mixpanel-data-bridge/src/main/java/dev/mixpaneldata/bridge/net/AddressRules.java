package dev.mixpaneldata.bridge.net;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;

/**
 * Which addresses a server may send us to. Metadata is text from outside: without these rules it
 * could make this machine call its own network. A server is trusted with addresses as near as its
 * own: one on this machine may name this machine, one in a private network that network, all others
 * only public hosts, over https.
 */
public final class AddressRules {
  private enum Reach {
    PUBLIC,
    PRIVATE,
    LOOPBACK
  }

  private final Reach granted;

  private AddressRules(Reach granted) {
    this.granted = granted;
  }

  /** The rules for what the server at this address says. The address itself must keep them. */
  public static AddressRules around(URI server) {
    String host = server.getHost();
    if (host == null) {
      throw refused(server, "it names no host");
    }
    AddressRules rules = new AddressRules(reach(server));
    rules.check(server);
    return rules;
  }

  /** Throws {@link ErrorCode#BAD_RESPONSE} unless the address may be called. */
  public void check(URI address) {
    String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
    if (!Set.of("https", "http").contains(scheme) || address.getHost() == null) {
      throw refused(address, "only web addresses are called");
    }
    if (address.getRawUserInfo() != null || address.getRawFragment() != null) {
      throw refused(address, "it holds a user name or a fragment");
    }
    Reach reach = reach(address);
    if (scheme.equals("http") && reach != Reach.LOOPBACK) {
      throw refused(address, "http is not encrypted");
    }
    if (reach.compareTo(granted) > 0) {
      throw refused(address, "a public server may not lead into a private network");
    }
  }

  private static Reach reach(URI address) {
    String host = address.getHost();
    if (host.equalsIgnoreCase("localhost")) {
      return Reach.LOOPBACK;
    }
    Reach farthest = Reach.PUBLIC;
    try {
      for (InetAddress found : InetAddress.getAllByName(host)) {
        Reach reach = reach(found);
        farthest = reach.compareTo(farthest) > 0 ? reach : farthest;
      }
    } catch (UnknownHostException e) {
      // The call itself will say so; there is nothing to protect.
      return Reach.PUBLIC;
    }
    return farthest;
  }

  private static Reach reach(InetAddress address) {
    if (address.isLoopbackAddress()) {
      return Reach.LOOPBACK;
    }
    byte[] bytes = address.getAddress();
    boolean uniqueLocal = bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc;
    boolean sharedSpace = bytes.length == 4 && (bytes[0] & 0xff) == 100 && (bytes[1] & 0xc0) == 64;
    return address.isSiteLocalAddress()
            || address.isLinkLocalAddress()
            || address.isAnyLocalAddress()
            || address.isMulticastAddress()
            || uniqueLocal
            || sharedSpace
        ? Reach.PRIVATE
        : Reach.PUBLIC;
  }

  private static MixpanelDataException refused(URI address, String why) {
    return new MixpanelDataException(
        ErrorCode.BAD_RESPONSE,
        "The address " + shown(address) + " is not called: " + why + ".",
        "If you trust it, check the address of the server that you connect to.");
  }

  /** Without what a secret could stand in. */
  private static String shown(URI address) {
    String path = address.getPath() == null ? "" : address.getPath();
    return address.getScheme() + "://" + address.getHost() + path;
  }
}
