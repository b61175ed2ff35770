/** A linked program and where its uniforms are. */
export type ShaderProgram = {
  program: WebGLProgram;
  /** The place of a uniform; null for one the compiler has dropped, which GL ignores. */
  uniform(name: string): WebGLUniformLocation | null;
  /** Frees the program; may be called twice. */
  dispose(): void;
};

/**
 * Compiles and links a program.
 *
 * @throws with the compiler's log if the shaders are wrong
 */
export function createShaderProgram(
  gl: WebGL2RenderingContext,
  vertexSource: string,
  fragmentSource: string,
): ShaderProgram {
  const program = gl.createProgram();
  const shaders = [
    compile(gl, gl.VERTEX_SHADER, vertexSource),
    compile(gl, gl.FRAGMENT_SHADER, fragmentSource),
  ];
  for (const shader of shaders) gl.attachShader(program, shader);
  gl.linkProgram(program);
  if (!gl.getProgramParameter(program, gl.LINK_STATUS) && !gl.isContextLost()) {
    const logs = [gl.getProgramInfoLog(program), ...shaders.map((it) => gl.getShaderInfoLog(it))];
    throw new Error(`Expected a shader that links, but got: ${logs.join('\n')}`);
  }
  for (const shader of shaders) gl.deleteShader(shader);

  const locations = new Map<string, WebGLUniformLocation | null>();
  return {
    program,
    uniform(name) {
      if (!locations.has(name)) locations.set(name, gl.getUniformLocation(program, name));
      return locations.get(name) ?? null;
    },
    dispose: () => gl.deleteProgram(program),
  };
}

function compile(gl: WebGL2RenderingContext, type: GLenum, source: string): WebGLShader {
  const shader = gl.createShader(type);
  // Null only when the context is lost; the link is then never used.
  if (!shader) throw new Error('Expected a shader object, but the GL context is lost.');
  gl.shaderSource(shader, source);
  gl.compileShader(shader);
  return shader;
}
