package fairway.process.doors;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fairway.access.AccessLog;
import fairway.access.ProblemAnswer;
import fairway.access.Role;
import fairway.access.Under;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets through what the list of open operations holds, and nothing else: 403 where an operation is not open, 400 for keys and JSON that are
 * not understood, 422 where a form is submitted in another way than its own. Never 500.
 */
class AllowedOnly extends OncePerRequestFilter {

    /** Largest body in bytes: a form full to its limits, and no more. */
    static final int LARGEST_BODY = 4 * 1024 * 1024;
    /** Deepest nesting of JSON. */
    static final int DEEPEST_JSON = 32;

    private final AllowList allowed;
    private final ProblemAnswer problems;
    private final AccessLog log;
    private final CaseOfCall cases;
    private final JsonMapper json = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST_JSON).maxStringLength(LARGEST_BODY).maxNumberLength(100).build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    AllowedOnly(AllowList allowed, ProblemAnswer problems, AccessLog log, CaseOfCall cases) {
        this.allowed = allowed;
        this.problems = problems;
        this.log = log;
        this.cases = cases;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        Authentication user = SecurityContextHolder.getContext().getAuthentication();
        Set<Role> roles = EngineUser.groups(user).stream().flatMap(group -> Role.ofGroup(group).stream()).collect(Collectors.toSet());
        String path = Under.pathOf(request);
        try {
            Optional<String> operation = AllowList.operationPath(path);
            if (operation.isEmpty()) {
                allowed.checkFile(request.getMethod(), path, roles);
                chain.doFilter(request, response);
                return;
            }
            byte[] body = body(request);
            Call call = new Call(request.getMethod(), operation.get(), new TreeMap<>(queryOf(request)), parse(request, body), user.getName(), roles, request.getRemoteAddr());
            Operation open = allowed.check(call);
            if (open.audited()) {
                log.done(open.method() + " " + open.template(), inTheLog(open, call), call.userId());
            }
            chain.doFilter(new Replayed(request, body), response);
            if (open.audited() && response.getStatus() >= 400) {
                log.refused("not done", cases.inTheLog(open.method() + " " + call.path()), call.userId());
            }
            if (response.getStatus() < 300) {
                open.afterwards().accept(call);
            }
        } catch (DoorRefusal refusal) {
            log.refused(refusal.rule(), cases.inTheLog(request.getMethod() + " " + path), user.getName());
            problems.write(response, refusal.status(), refusal.field(), refusal.rule(), refusal.getMessage());
        }
    }

    /** What it was done to. */
    private String inTheLog(Operation open, Call call) {
        String detail = open.detail().apply(call);
        return cases.inTheLog(call.path()) + (detail.isEmpty() ? "" : ": " + detail);
    }

    /** Parameters of the address alone: a body is JSON, never a form. */
    private static Map<String, String[]> queryOf(HttpServletRequest request) {
        String type = request.getContentType();
        if (type != null && type.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded")) {
            throw DoorRefusal.notJson();
        }
        request.getParameterMap().forEach((name, values) -> {
            boolean page = name.equals("firstResult") || name.equals("maxResults");
            if (Stream.of(values).anyMatch(value -> value.indexOf('\0') >= 0 || page && value.startsWith("-"))) {
                throw DoorRefusal.badValue(name);
            }
        });
        return request.getParameterMap();
    }

    private static byte[] body(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > LARGEST_BODY) {
            throw DoorRefusal.tooLarge();
        }
        byte[] body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            throw DoorRefusal.tooLarge();
        }
        return body;
    }

    private JsonNode parse(HttpServletRequest request, byte[] body) {
        if (body.length == 0) {
            return null;
        }
        String type = request.getContentType();
        if (type == null || !type.toLowerCase(Locale.ROOT).matches("application/json\\s*(;.*)?")) {
            throw DoorRefusal.notJson();
        }
        try (JsonParser parser = json.createParser(body)) {
            JsonNode tree = json.readTree(parser);
            if (parser.nextToken() != null) {
                throw DoorRefusal.badJson("There is something behind the JSON.");
            }
            return tree;
        } catch (JsonProcessingException e) {
            throw DoorRefusal.badJson("This is not JSON, or is nested more than " + DEEPEST_JSON + " deep, or names a key twice.");
        } catch (IOException e) {
            throw DoorRefusal.badJson("This is not JSON.");
        }
    }

    /** The request with its body once more, for whoever reads it next. */
    private static final class Replayed extends HttpServletRequestWrapper {

        private final byte[] body;

        private Replayed(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public ServletInputStream getInputStream() {
            ByteArrayInputStream bytes = new ByteArrayInputStream(body);
            return new ServletInputStream() {
                @Override
                public boolean isFinished() {
                    return bytes.available() == 0;
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    throw new IllegalStateException("read at once, not asynchronously");
                }

                @Override
                public int read() {
                    return bytes.read();
                }

                @Override
                public int read(byte[] target, int from, int length) {
                    return bytes.read(target, from, length);
                }
            };
        }

        @Override
        public BufferedReader getReader() {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }
}
