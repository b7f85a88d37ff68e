package fairway.process.doors;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** HTTP as an attacker writes it: the address goes out letter by letter as it stands. */
final class RawHttp {

    private RawHttp() {
    }

    /** What came back. */
    record Answer(int status, List<String> headers, String body) {

        /** Value of the header, null if there is none. */
        String header(String name) {
            return headers.stream().filter(h -> h.regionMatches(true, 0, name + ":", 0, name.length() + 1)).map(h -> h.substring(name.length() + 1).strip())
                    .findFirst().orElse(null);
        }

        List<String> headersNamed(String name) {
            return headers.stream().filter(h -> h.regionMatches(true, 0, name + ":", 0, name.length() + 1)).map(h -> h.substring(name.length() + 1).strip())
                    .toList();
        }
    }

    static Answer get(String base, String path) {
        return send(base, "GET", path, List.of(), "");
    }

    static String basic(String user, String password) {
        return "Authorization: Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    static Answer send(String base, String method, String path, List<String> headers, String body) {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        List<String> lines = new ArrayList<>(List.of(method + " " + path + " HTTP/1.1", "Connection: close"));
        if (headers.stream().noneMatch(header -> header.startsWith("Host:"))) {
            lines.add("Host: " + URI.create(base).getAuthority());
        }
        lines.addAll(headers);
        if (content.length > 0) {
            lines.add("Content-Length: " + content.length);
        }
        try (Socket socket = new Socket("localhost", URI.create(base).getPort())) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write((String.join("\r\n", lines) + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().write(content);
            socket.getOutputStream().flush();
            return parse(socket.getInputStream().readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        }
    }

    private static Answer parse(byte[] answer) {
        String text = new String(answer, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            throw new AssertionError("no HTTP: " + text);
        }
        List<String> lines = List.of(text.substring(0, end).split("\r\n"));
        List<String> headers = lines.subList(1, lines.size());
        String rest = text.substring(end + 4);
        boolean chunked = headers.stream().anyMatch(h -> h.equalsIgnoreCase("Transfer-Encoding: chunked"));
        String body = new String((chunked ? unchunked(rest) : rest).getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        return new Answer(Integer.parseInt(lines.get(0).split(" ")[1]), headers, body);
    }

    private static String unchunked(String body) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        int at = 0;
        while (at < body.length()) {
            int line = body.indexOf("\r\n", at);
            int size = Integer.parseInt(body.substring(at, line).strip(), 16);
            whole.writeBytes(body.substring(line + 2, line + 2 + size).getBytes(StandardCharsets.ISO_8859_1));
            at = line + 2 + size + 2;
            if (size == 0) {
                break;
            }
        }
        return whole.toString(StandardCharsets.ISO_8859_1);
    }
}
