package dev.mixpaneldata.bridge.connection;

import dev.mixpaneldata.bridge.oauth.ServiceAccount;
import dev.mixpaneldata.bridge.vendor.Vendor;
import dev.mixpaneldata.bridge.vendor.Vendors;
import dev.mixpaneldata.credentials.Secret;
import dev.mixpaneldata.error.MixpanelDataException;
import java.net.URI;
import java.util.Optional;

/**
 * What to connect to.
 *
 * @param name what to call the connection: letters, digits, dashes and underscores
 * @param vendorId a vendor's name, or empty for any other server
 * @param url the address of the server
 * @param serviceAccount credentials that take the place of a sign-in in the browser
 * @param clientId an id that the server's operator gave out
 */
public record ConnectRequest(
    String name,
    Optional<String> vendorId,
    URI url,
    Optional<ServiceAccount> serviceAccount,
    Optional<String> clientId,
    Optional<Secret> clientSecret) {

  public ConnectRequest {
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9_-]{0,39}")) {
      throw MixpanelDataException.invalidArgument(
          "The name '" + name + "' cannot be used.",
          "Use up to 40 letters, digits, dashes and underscores.");
    }
  }

  /** A vendor's server of a region; the vendor's usual one if none is given. */
  public static ConnectRequest vendor(String name, String vendorId, Optional<String> region) {
    Vendor vendor = Vendors.named(vendorId);
    URI url =
        region
            .map(vendor.urls()::get)
            .or(() -> vendor.urls().values().stream().findFirst())
            .orElse(null);
    if (region.isPresent() && !vendor.urls().containsKey(region.get()) || url == null) {
      throw MixpanelDataException.invalidArgument(
          vendor.title() + " has no server for the region '" + region.orElse("") + "'.",
          "Choose " + String.join(", ", vendor.urls().keySet()) + ".");
    }
    return new ConnectRequest(
        name, Optional.of(vendorId), url, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Any server. */
  public static ConnectRequest server(String name, URI url) {
    return new ConnectRequest(
        name, Optional.empty(), url, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** The same at another address, as a proxy or a fake. */
  public ConnectRequest at(URI other) {
    return new ConnectRequest(name, vendorId, other, serviceAccount, clientId, clientSecret);
  }

  /** The same with a service account. */
  public ConnectRequest with(ServiceAccount account) {
    return new ConnectRequest(name, vendorId, url, Optional.of(account), clientId, clientSecret);
  }

  /** The same with an id of a client that is registered already. */
  public ConnectRequest with(String id, Optional<Secret> secret) {
    return new ConnectRequest(name, vendorId, url, serviceAccount, Optional.of(id), secret);
  }
}
