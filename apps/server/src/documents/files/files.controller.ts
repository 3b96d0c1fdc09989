import { Body, Controller, Param } from '@nestjs/common';
import type { AcceptedFile, AcceptedUrls, AiProductFile } from '@groundwire/client';
import {
  AddFileRequestDto,
  AddImageRequestDto,
  AddUrlRequestDto,
  AddVideoRequestDto,
  Operation,
} from '@groundwire/dto';
import { Tenant } from '../../http/auth/tenant.decorator.ts';
import type { UploadedFile } from '../../http/bodies/uploaded-file.ts';
import { Upload } from '../../http/upload.decorator.ts';
import { ProjectsService } from '../../projects/projects.service.ts';
import { fileAdjustments, videoAdjustments } from './file-adjustments.ts';
import { FilesService } from './files.service.ts';

@Controller()
export class FilesController {
  constructor(
    private readonly projects: ProjectsService,
    private readonly files: FilesService,
  ) {}

  @Operation('addFile')
  async addFile(
    @Tenant() tenant: string,
    @Param('project_id') projectId: string,
    @Body() body: AddFileRequestDto,
    @Upload() upload: UploadedFile | undefined,
  ): Promise<AcceptedFile> {
    const project = await this.projects.require(tenant, projectId);
    const { data_type: hint } = body;
    return this.files.add(project, {
      body,
      upload,
      instructions: { kind: 'file', hint },
      adjustments: fileAdjustments(body),
    });
  }

  @Operation('addImage')
  async addImage(
    @Tenant() tenant: string,
    @Param('project_id') projectId: string,
    @Body() body: AddImageRequestDto,
    @Upload() upload: UploadedFile | undefined,
  ): Promise<AcceptedFile> {
    return this.files.addImage(await this.projects.require(tenant, projectId), { body, upload });
  }

  @Operation('addVideo')
  async addVideo(
    @Tenant() tenant: string,
    @Param('project_id') projectId: string,
    @Body() body: AddVideoRequestDto,
    @Upload() upload: UploadedFile | undefined,
  ): Promise<AcceptedFile> {
    const project = await this.projects.require(tenant, projectId);
    return this.files.add(project, {
      body,
      upload,
      instructions: { kind: 'video' },
      adjustments: videoAdjustments(body),
    });
  }

  @Operation('addUrl')
  async addUrl(
    @Tenant() tenant: string,
    @Param('project_id') projectId: string,
    @Body() body: AddUrlRequestDto,
  ): Promise<AcceptedUrls> {
    return this.files.addUrls(await this.projects.require(tenant, projectId), body);
  }

  @Operation('listFiles')
  async list(@Tenant() tenant: string, @Param('project_id') projectId: string): Promise<AiProductFile[]> {
    return this.files.list(tenant, await this.projects.require(tenant, projectId));
  }

  @Operation('getFile')
  async get(
    @Tenant() tenant: string,
    @Param('project_id') projectId: string,
    @Param('file_id') fileId: string,
  ): Promise<AiProductFile> {
    return this.files.get(tenant, await this.projects.require(tenant, projectId), fileId);
  }

  @Operation('deleteFile')
  async delete(
    @Tenant() tenant: string,
    @Param('project_id') projectId: string,
    @Param('file_id') fileId: string,
  ): Promise<void> {
    await this.files.delete(await this.projects.require(tenant, projectId), fileId);
  }
}
