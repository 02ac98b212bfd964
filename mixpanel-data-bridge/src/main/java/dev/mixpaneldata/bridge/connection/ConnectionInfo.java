package dev.mixpaneldata.bridge.connection;

import dev.mixpaneldata.bridge.policy.Inventory;
import dev.mixpaneldata.bridge.vendor.Vendor;
import dev.mixpaneldata.bridge.vendor.Vendors;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What is kept of a connection in clear: nothing of it is a secret.
 *
 * @param name what the user calls it
 * @param vendorId the vendor, or empty for a server given by its address
 * @param project the project that calls are about, unless they name another
 * @param revision the revision that the server spoke last
 * @param allowed tools that the user allowed on top of the vendor's list
 * @param inventory the tools as the user saw them last
 */
public record ConnectionInfo(
    String name,
    Optional<String> vendorId,
    URI url,
    Optional<String> project,
    String revision,
    Set<String> allowed,
    Inventory inventory,
    Instant connectedAt) {

  /** What is known of the vendor. */
  public Optional<Vendor> vendor() {
    return vendorId.flatMap(Vendors::find);
  }

  ConnectionInfo withProject(String id) {
    return new ConnectionInfo(
        name, vendorId, url, Optional.of(id), revision, allowed, inventory, connectedAt);
  }

  ConnectionInfo withInventory(Inventory other, Set<String> tools) {
    return new ConnectionInfo(
        name, vendorId, url, project, revision, Set.copyOf(tools), other, connectedAt);
  }
}
