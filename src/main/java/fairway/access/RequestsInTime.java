package fairway.access;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;

import org.apache.coyote.ActionCode;
import org.apache.coyote.Adapter;
import org.apache.coyote.InputBuffer;
import org.apache.coyote.Processor;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * Hangs up on whoever lets a request trickle in. The server's own {@code connection-timeout} ends a silence; somebody who sends a byte now and then would
 * keep a connection, and behind it a worker, for as long as they like. Here the head of a request has a time of its own, and its body the same time from
 * its first reading and then a second more for every {@value #SLOWEST} bytes that came, wherever it is read: by a form, an upload, the engine's doors, or by the
 * server itself, which reads what nobody wanted.
 */
public class RequestsInTime extends Http11NioProtocol {

    /** Bytes a second that a body comes at after its time is over, or else it is given up. */
    static final int SLOWEST = 16 * 1024;

    /** Most bytes of what may stand beside the pieces of a body. */
    private static final int BETWEEN_PIECES = 16;
    /** How long the head of a request may take, and a small body with it. */
    static final Duration TIME = Duration.ofSeconds(20);

    public RequestsInTime() {
        // what stands between the pieces of a body would not be counted as coming: no client of Fairway sends any
        setMaxExtensionSize(BETWEEN_PIECES);
        setMaxTrailerSize(BETWEEN_PIECES);
    }

    @Override
    protected Processor createProcessor() {
        return new InTime(this);
    }

    /** Seconds that have passed since the time was over of what began then; negative while it is not. */
    private static double beyondTime(long beganNanos) {
        return (System.nanoTime() - beganNanos - TIME.toNanos()) / 1e9;
    }

    private static final class InTime extends Http11Processor {

        private InTime(RequestsInTime protocol) {
            super(protocol, new NothingLeftBehind(protocol.getAdapter(), protocol.getMaxSwallowSize()));
            request.setInputBuffer(new BodyInTime(request, request.getInputBuffer()));
        }

        @Override
        public SocketState service(SocketWrapperBase<?> connection) throws IOException {
            SocketState state = super.service(connection);
            // still in the head of a request: nobody has been asked for anything
            return state == SocketState.LONG && !isAsync() && request.getStartTimeNanos() >= 0 && beyondTime(request.getStartTimeNanos()) > 0 ? SocketState.CLOSED : state;
        }
    }

    /** The time of a body begins when somebody first reads it: what the server did before is no fault of the client. */
    private static final class BodyInTime implements InputBuffer {

        private final Request request;
        private final InputBuffer body;
        private long ofRequest = Long.MIN_VALUE;
        private long beganNanos;

        private BodyInTime(Request request, InputBuffer body) {
            this.request = request;
            this.body = body;
        }

        /** @throws SocketTimeoutException as the server does of a connection that says nothing any more */
        @Override
        public int doRead(ApplicationBufferHandler target) throws IOException {
            if (ofRequest != request.getStartTimeNanos()) {
                ofRequest = request.getStartTimeNanos();
                beganNanos = System.nanoTime();
            }
            int count = body.doRead(target);
            if (count > 0 && request.getBytesRead() + count < beyondTime(beganNanos) * SLOWEST) {
                request.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
                throw new SocketTimeoutException("the body of the request comes too slowly");
            }
            return count;
        }

        @Override
        public int available() {
            return body.available();
        }
    }

    /** Reads what of a body nobody has read, so that the client hears the answer; within the same time, where the server would take any. */
    private record NothingLeftBehind(Adapter adapter, int most) implements Adapter {

        @Override
        public void service(Request request, Response response) throws Exception {
            adapter.service(request, response);
            if (!request.isFinished() && (request.hasExpectation() || !isReadToItsEnd(request))) {
                request.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
            }
        }

        private boolean isReadToItsEnd(Request request) {
            Unwanted unwanted = new Unwanted();
            try {
                for (long read = 0; read <= most; read += unwanted.bytes.remaining()) {
                    if (request.doRead(unwanted) < 0) {
                        return true;
                    }
                }
            } catch (IOException gone) {
                return false;
            }
            return false;
        }

        @Override
        public boolean prepare(Request request, Response response) throws Exception {
            return adapter.prepare(request, response);
        }

        @Override
        public boolean asyncDispatch(Request request, Response response, SocketEvent status) throws Exception {
            return adapter.asyncDispatch(request, response, status);
        }

        @Override
        public void log(Request request, Response response, long time) {
            adapter.log(request, response, time);
        }

        @Override
        public void checkRecycled(Request request, Response response) {
            adapter.checkRecycled(request, response);
        }

        @Override
        public String getDomain() {
            return adapter.getDomain();
        }
    }

    private static final class Unwanted implements ApplicationBufferHandler {

        private ByteBuffer bytes = EMPTY_BUFFER;

        @Override
        public void setByteBuffer(ByteBuffer bytes) {
            this.bytes = bytes;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return bytes;
        }

        @Override
        public void expand(int size) {
            // what is unwanted is not kept
        }
    }
}
