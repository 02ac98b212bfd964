# A Homebrew formula.
class Mp < Formula
  desc "Ask a Mixpanel project, and keep its events in local tables"
  homepage "@home@"
  url "@download@/mp-@version@.tar.gz"
  version "@version@"
  sha256 "@tar.sha256@"
  license "Apache-2.0"

  depends_on "openjdk"

  def install
    rm Dir["bin/*.cmd"]
    # The libraries of other systems.
    library = "libduckdb_java.so_" + (OS.mac? ? "macos_arm64" : "linux_#{Hardware::CPU.arm? ? "arm64" : "amd64"}")
    rm Dir["lib/libduckdb_java.so_*"].reject { |f| f.end_with?(library) }
    libexec.install Dir["*"]
    (bin/"mp").write_env_script libexec/"bin/mp", Language::Java.overridable_java_home_env
    (bin/"mp_mcp").write_env_script libexec/"bin/mp_mcp", Language::Java.overridable_java_home_env
  end

  test do
    assert_match version.to_s, shell_output("#{bin}/mp --version")
  end
end
